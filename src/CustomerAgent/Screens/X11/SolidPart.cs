using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// What of a chosen window is surely its own: windows have shapes, margins for their shadows, and with alpha any of their
/// pixels may let through what lies beneath. In doubt nothing is its own.
/// </summary>
internal static class SolidPart
{
    private const string Opacity = "_NET_WM_WINDOW_OPACITY";
    private const string Margins = "_GTK_FRAME_EXTENTS";
    private const string Opaque = "_NET_WM_OPAQUE_REGION";
    private const string Frame = "_NET_FRAME_EXTENTS";
    private const int DepthWithAlpha = 32;
    private const int NumbersOfRectangle = 4;

    // More is no window that anybody reads in, and would keep the server waiting.
    private const int MostPieces = 256;

    /// <summary>A change of one of these may change what is solid.</summary>
    public static HashSet<nuint> Properties(XConnection connection) =>
        [.. new[] { Opacity, Margins, Opaque, Frame }.Select(name => Xlib.XInternAtom(connection.Display, name, 0))];

    /// <summary>Has the server say when what is solid of a window may have changed.</summary>
    public static void Watch(XConnection connection, nuint outermost, nuint program)
    {
        foreach (nuint window in new[] { outermost, program }.Distinct())
        {
            _ = Xlib.XSelectInput(connection.Display, window, Xlib.StructureNotifyMask | Xlib.PropertyChangeMask);
            XShape.Watch(connection.Display, window);
        }
    }

    /// <param name="frame">The outermost window's.</param>
    public static Region Of(XConnection connection, nuint outermost, in XWindowAttributes frame, nuint program)
    {
        if (IsTranslucent(connection, outermost) || IsTranslucent(connection, program)
            || XTree.Attributes(connection, program) is not { IsSeen: true } attributes
            || Inside(connection, program, attributes) is not { } inside)
        {
            return Region.Nothing;
        }
        Region part = OfProgram(connection, program, inside, attributes.Depth);
        if (program == outermost)
            return part;
        if (frame.Depth != DepthWithAlpha)
            part = part.With(RoundIt(connection, program, inside, attributes.BorderWidth));
        return part.Common(Shape(connection, outermost, frame.X + frame.BorderWidth, frame.Y + frame.BorderWidth));
    }

    private static bool IsTranslucent(XConnection connection, nuint window) =>
        XProperties.Numbers(connection, window, Opacity) is { } opacity && (uint)opacity[0] != uint.MaxValue;

    private static Area? Inside(XConnection connection, nuint program, in XWindowAttributes attributes) =>
        Xlib.XTranslateCoordinates(connection.Display, program, connection.Root, 0, 0, out int x, out int y, out _) != 0
            ? new Area(x, y, attributes.Width, attributes.Height)
            : null;

    private static Region OfProgram(XConnection connection, nuint program, Area inside, int depth)
    {
        Region part = Shape(connection, program, inside.X, inside.Y);
        if (XProperties.Numbers(connection, program, Margins) is { } margins)
            part = part.Common(margins is [var left, var right, var top, var bottom] ? Region.Of(inside.Within((short)left, (short)right, (short)top, (short)bottom)) : Region.Nothing);
        return depth == DepthWithAlpha ? part.Common(SaidToBeOpaque(connection, program, inside)) : part;
    }

    private static Region SaidToBeOpaque(XConnection connection, nuint program, Area inside)
    {
        nuint[] numbers = XProperties.Numbers(connection, program, Opaque) ?? [];
        if (numbers.Length > MostPieces * NumbersOfRectangle)
            return Region.Nothing;
        return numbers.Chunk(NumbersOfRectangle).Where(four => four.Length == NumbersOfRectangle)
            .Select(four => new Area((short)four[0], (short)four[1], (short)four[2], (short)four[3]).MovedBy(inside.X, inside.Y).Common(inside))
            .Aggregate(Region.Nothing, (named, area) => named.With(area));
    }

    // What the window manager has drawn round the program's window, as far as it says so itself: its own window may be larger.
    private static Region RoundIt(XConnection connection, nuint program, Area inside, int border)
    {
        if (XProperties.Numbers(connection, program, Frame) is not [var left, var right, var top, var bottom])
            return Region.Nothing;
        Area whole = inside.Within(-border, -border, -border, -border);
        return Region.Of(whole.Within(-(short)left, -(short)right, -(short)top, -(short)bottom)).Without(whole);
    }

    private static Region Shape(XConnection connection, nuint window, int x, int y)
    {
        XRectangle[] parts = XShape.Parts(connection.Display, window);
        return parts.Length > MostPieces
            ? Region.Nothing
            : parts.Aggregate(Region.Nothing, (whole, part) => whole.With(new Area(x + part.X, y + part.Y, part.Width, part.Height)));
    }
}
