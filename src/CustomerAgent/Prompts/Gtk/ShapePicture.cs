namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// The four shapes, drawn here for strip, tray and task bar alike, so that no picture file is needed: a ring waits, a
/// ring with a dot sees, a diamond controls, a hatched square rests. They tell the states apart without colour.
/// </summary>
internal static class ShapePicture
{
    private const int BytesPerPixel = 4;

    /// <summary>A state's shape, size × size pixels.</summary>
    /// <param name="colour">0xRRGGBB.</param>
    public static Pixbuf Draw(StripState state, int size, uint colour) => Draw(size, (x, y) => (colour, Coverage(state, size / 2.0, x, y)));

    /// <summary>A disc with a check in it, on which a session's safety is asked for on the phone.</summary>
    public static Pixbuf DrawCheck(int size, uint disc, uint check) => Draw(size, (x, y) =>
    {
        double half = size / 2.0;
        double mark = Math.Clamp(0.5 - CheckMark(x / size, y / size, size), 0, 1);
        return (mark > 0.5 ? check : disc, Math.Clamp(half - double.Hypot(x - half, y - half), 0, 1));
    });

    private static Pixbuf Draw(int size, Func<double, double, (uint Colour, double Coverage)> at)
    {
        var pixels = new byte[size * size * BytesPerPixel];
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                Span<byte> pixel = pixels.AsSpan(((y * size) + x) * BytesPerPixel, BytesPerPixel);
                (uint colour, double coverage) = at(x + 0.5, y + 0.5);
                (pixel[0], pixel[1], pixel[2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
                pixel[3] = (byte)(255 * coverage);
            }
        }
        return new Pixbuf(pixels, size, size, alpha: true);
    }

    // How much of a pixel the shape covers: its distance from the outline, smoothed over one pixel.
    private static double Coverage(StripState state, double half, double x, double y)
    {
        double line = half * 0.22;
        double fromCentre = double.Hypot(x - half, y - half);
        double ring = Math.Abs(fromCentre - (half - 1 - (line / 2))) - (line / 2);
        double inside = state switch
        {
            StripState.Controlled => (Math.Abs(x - half) + Math.Abs(y - half) - (half - 0.5)) / Math.Sqrt(2),
            StripState.Paused => Math.Max(Hatch(x + y, half), Math.Max(Math.Abs(x - half), Math.Abs(y - half)) - (half - 1)),
            StripState.Seen => Math.Min(ring, fromCentre - (half * 0.38)),
            _ => ring,
        };
        return Math.Clamp(0.5 - inside, 0, 1);
    }

    // Distance from the two strokes of a check, in pixels; its place is given in parts of the whole.
    private static double CheckMark(double x, double y, int size)
    {
        const double HalfStroke = 0.075;
        double distance = Math.Min(FromStroke(x, y, 0.26, 0.52, 0.43, 0.69), FromStroke(x, y, 0.43, 0.69, 0.75, 0.33));
        return (distance - HalfStroke) * size;
    }

    private static double FromStroke(double x, double y, double fromX, double fromY, double toX, double toY)
    {
        (double alongX, double alongY) = (toX - fromX, toY - fromY);
        double part = Math.Clamp((((x - fromX) * alongX) + ((y - fromY) * alongY)) / ((alongX * alongX) + (alongY * alongY)), 0, 1);
        return double.Hypot(x - fromX - (part * alongX), y - fromY - (part * alongY));
    }

    // Distance from the nearest of slanting lines, as wide as the gaps between them.
    private static double Hatch(double along, double half) =>
        (Math.Abs((along % (half * 0.7)) - (half * 0.35)) - (half * 0.175)) / Math.Sqrt(2);
}
