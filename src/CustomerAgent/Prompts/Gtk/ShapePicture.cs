using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// The four shapes, drawn here for strip, tray and task bar alike, so that no picture file is needed: a ring waits, a
/// ring with a dot sees, a diamond controls, a hatched square rests. They tell the states apart without colour.
/// </summary>
internal static unsafe class ShapePicture
{
    private const int Rgb = 0;
    private const int BytesPerPixel = 4;

    /// <summary>A GdkPixbuf of size × size pixels.</summary>
    /// <param name="colour">0xRRGGBB.</param>
    public static nint Draw(StripState state, int size, uint colour)
    {
        var pixels = new byte[size * size * BytesPerPixel];
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                Span<byte> pixel = pixels.AsSpan(((y * size) + x) * BytesPerPixel, BytesPerPixel);
                (pixel[0], pixel[1], pixel[2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
                pixel[3] = (byte)(255 * Coverage(state, size / 2.0, x + 0.5, y + 0.5));
            }
        }
        fixed (byte* data = pixels)
        {
            nint bytes = GLib.g_bytes_new(data, (nuint)pixels.Length);
            return Gtk3.gdk_pixbuf_new_from_bytes(bytes, Rgb, alpha: 1, bits: 8, size, size, size * BytesPerPixel);
        }
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

    // Distance from the nearest of slanting lines, as wide as the gaps between them.
    private static double Hatch(double along, double half) =>
        (Math.Abs((along % (half * 0.7)) - (half * 0.35)) - (half * 0.175)) / Math.Sqrt(2);
}
