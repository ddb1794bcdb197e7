using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Paints <see cref="Operation.Pixels"/>: planes G, R − G, B − G, each byte told as the difference to its prediction.</summary>
internal static class PredictedPixels
{
    public static void Paint(Canvas canvas, Patch patch, ref ScriptReader reader)
    {
        byte[] green = Plane(reader.Bytes(patch.Area), patch.Width);
        byte[] red = Plane(reader.Bytes(patch.Area), patch.Width);
        byte[] blue = Plane(reader.Bytes(patch.Area), patch.Width);
        uint[] pixels = new uint[patch.Area];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = ((uint)(byte)(red[i] + green[i]) << 16) | ((uint)green[i] << 8) | (byte)(blue[i] + green[i]);
        canvas.Paint(patch, pixels);
    }

    private static byte[] Plane(ReadOnlySpan<byte> missed, int width)
    {
        byte[] plane = new byte[missed.Length];
        for (int i = 0; i < plane.Length; i++)
        {
            bool first = i % width == 0;
            int left = first ? 0 : plane[i - 1], up = i < width ? 0 : plane[i - width], corner = first || i < width ? 0 : plane[i - width - 1];
            plane[i] = (byte)(missed[i] + Predict(left, up, corner));
        }

        return plane;
    }

    private static int Predict(int left, int up, int corner) =>
        corner >= Math.Max(left, up) ? Math.Min(left, up)
        : corner <= Math.Min(left, up) ? Math.Max(left, up)
        : left + up - corner;
}
