using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>GDK's tables between X keysyms and Unicode: pure functions that need no display.</summary>
internal static partial class GdkKeys
{
    private const string Library = "libgdk-3.so.0";

    /// <summary>0 for keysyms that are no character.</summary>
    [LibraryImport(Library)]
    public static partial uint gdk_keyval_to_unicode(uint keysym);

    [LibraryImport(Library)]
    public static partial uint gdk_unicode_to_keyval(uint codePoint);
}
