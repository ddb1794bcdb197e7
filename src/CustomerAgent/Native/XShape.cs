using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The SHAPE extension (libXext).</summary>
internal static unsafe partial class XShape
{
    private const string Library = "libXext.so.6";
    private const int Set = 0;
    private const int Input = 2;

    /// <summary>Clicks go through this window to what lies under it.</summary>
    public static void LetClicksThrough(nint display, nuint window) =>
        XShapeCombineRectangles(display, window, Input, 0, 0, null, 0, Set, 0);

    [LibraryImport(Library)]
    private static partial void XShapeCombineRectangles(
        nint display, nuint window, int kind, int x, int y, void* rectangles, int count, int operation, int ordering);
}
