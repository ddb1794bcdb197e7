using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The SHAPE extension (libXext).</summary>
internal static unsafe partial class XShape
{
    private const string Library = "libXext.so.6";
    private const int Set = 0;
    private const int Bounding = 0;
    private const int Input = 2;
    private const nuint NotifyMask = 1;

    /// <summary>Clicks go through this window to what lies under it.</summary>
    public static void LetClicksThrough(nint display, nuint window) =>
        XShapeCombineRectangles(display, window, Input, 0, 0, null, 0, Set, 0);

    /// <summary>The rectangles that make up a window, none over another, counted from where its inside begins; none where it is gone.</summary>
    public static XRectangle[] Parts(nint display, nuint window)
    {
        XRectangle* parts = XShapeGetRectangles(display, window, Bounding, out int count, out _);
        if (parts is null)
            return [];
        XRectangle[] all = new ReadOnlySpan<XRectangle>(parts, count).ToArray();
        _ = Xlib.XFree(parts);
        return all;
    }

    /// <summary>The kind of event that <see cref="Watch"/> has the server send.</summary>
    public static int EventKind(nint display) => XShapeQueryExtension(display, out int first, out _) != 0 ? first : 0;

    /// <summary>Has the server say when a window's shape changes.</summary>
    public static void Watch(nint display, nuint window) => XShapeSelectInput(display, window, NotifyMask);

    [LibraryImport(Library)]
    private static partial void XShapeCombineRectangles(
        nint display, nuint window, int kind, int x, int y, void* rectangles, int count, int operation, int ordering);

    [LibraryImport(Library)]
    private static partial XRectangle* XShapeGetRectangles(nint display, nuint window, int kind, out int count, out int ordering);

    [LibraryImport(Library)]
    private static partial int XShapeQueryExtension(nint display, out int firstEvent, out int firstError);

    [LibraryImport(Library)]
    private static partial void XShapeSelectInput(nint display, nuint window, nuint mask);
}

/// <summary>Xlib's XRectangle.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XRectangle
{
    public short X, Y;
    public ushort Width, Height;
}
