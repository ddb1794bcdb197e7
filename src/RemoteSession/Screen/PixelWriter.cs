using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Writes <see cref="Operation.Pixels"/>: planes G, R − G, B − G, each byte as the difference to its prediction from left, above and the corner.</summary>
internal sealed class PixelWriter
{
    private byte[] _planes = [];

    /// <summary>Encodes a rectangle.</summary>
    /// <param name="body">What comes behind the rectangle: three bytes a pixel.</param>
    public void Write(SentPicture picture, Patch patch, ScriptBody body)
    {
        // A row of zeros above each plane, a byte of zero before each row.
        int stride = patch.Width + 1, plane = stride * (patch.Height + 1);
        if (_planes.Length < plane * 3) _planes = new byte[plane * 3];
        Span<byte> green = _planes.AsSpan(0, plane), red = _planes.AsSpan(plane, plane), blue = _planes.AsSpan(2 * plane, plane);
        green[..stride].Clear();
        red[..stride].Clear();
        blue[..stride].Clear();
        for (int y = 0; y < patch.Height; y++)
        {
            int at = (y + 1) * stride;
            (green[at], red[at], blue[at]) = (0, 0, 0);
            Separate(picture.Row(patch.X, patch.Y + y, patch.Width), green[(at + 1)..], red[(at + 1)..], blue[(at + 1)..]);
        }

        body.Clear();
        Span<byte> output = body.Take(patch.Area * 3);
        for (int p = 0; p < 3; p++)
        {
            for (int y = 1; y <= patch.Height; y++)
            {
                int at = (p * plane) + (y * stride);
                Predict(_planes.AsSpan(at, stride), _planes.AsSpan(at - stride, stride), output[..patch.Width]);
                output = output[patch.Width..];
            }
        }
    }

    private static void Separate(ReadOnlySpan<uint> row, Span<byte> green, Span<byte> red, Span<byte> blue)
    {
        for (int i = 0; i < row.Length; i++)
        {
            uint pixel = row[i];
            byte g = (byte)(pixel >> 8);
            green[i] = g;
            red[i] = (byte)((pixel >> 16) - g);
            blue[i] = (byte)(pixel - g);
        }
    }

    // line[i] is the byte before byte i of the output, line[i + 1] that byte itself; the same in the line above.
    private static void Predict(ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, Span<byte> output)
    {
        int i = 0;
        for (; i <= output.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> left = Vector128.Create(line[i..]), up = Vector128.Create(above[(i + 1)..]), corner = Vector128.Create(above[i..]);
            Vector128<byte> low = Vector128.Min(left, up), high = Vector128.Max(left, up);
            Vector128<byte> guess = Vector128.ConditionalSelect(
                Vector128.GreaterThanOrEqual(corner, high),
                low,
                Vector128.ConditionalSelect(Vector128.LessThanOrEqual(corner, low), high, left + up - corner));
            (Vector128.Create(line[(i + 1)..]) - guess).CopyTo(output[i..]);
        }

        for (; i < output.Length; i++)
        {
            int left = line[i], up = above[i + 1], corner = above[i];
            int guess = corner >= Math.Max(left, up) ? Math.Min(left, up) : corner <= Math.Min(left, up) ? Math.Max(left, up) : left + up - corner;
            output[i] = (byte)(line[i + 1] - guess);
        }
    }
}
