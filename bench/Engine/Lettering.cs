namespace ServiceDesk.Engine;

/// <summary>
/// Text with smooth edges in a made-up script: each letter is a few strokes, the same ones whenever it is written. To an encoder it is like
/// any other text: some seventy shapes, of proportional width, in shades between ink and paper.
/// </summary>
internal static class Lettering
{
    private const int Height = 14;

    private static readonly Dictionary<(char, int), byte[][]> Glyphs = [];

    /// <summary>Writes a line.</summary>
    /// <param name="y">Top of the letters, 14 pixels high.</param>
    /// <param name="fixedWidth">0 for proportional letters.</param>
    public static void Write(this Surface surface, int x, int y, string text, uint ink, int fixedWidth = 0)
    {
        foreach (char letter in text)
        {
            byte[][] glyph = Glyph(letter, fixedWidth);
            for (int row = 0; row < Height; row++)
                for (int column = 0; column < glyph[row].Length; column++)
                    if (glyph[row][column] != 0) surface[x + column, y + row] = Mix(surface, x + column, y + row, ink, glyph[row][column]);
            x += glyph[0].Length;
        }
    }

    private static uint Mix(Surface surface, int x, int y, uint ink, int share)
    {
        if (x >= surface.Width || y >= surface.Height) return 0;
        uint paper = surface[x, y], mixed = 0;
        for (int shift = 0; shift < 24; shift += 8)
        {
            int from = (int)(paper >> shift) & 255, to = (int)(ink >> shift) & 255;
            mixed |= (uint)(from + ((to - from) * share / 255)) << shift;
        }

        return mixed;
    }

    private static byte[][] Glyph(char letter, int fixedWidth)
    {
        if (Glyphs.TryGetValue((letter, fixedWidth), out byte[][]? glyph)) return glyph;
        var random = new Noise(letter * 7919u);
        int width = fixedWidth > 0 ? fixedWidth : letter == ' ' ? 4 : 6 + random.Next(5);
        glyph = [.. Enumerable.Range(0, Height).Select(_ => new byte[width])];
        for (int stroke = 0; stroke < 3 && letter != ' '; stroke++)
            Stroke(glyph, 1 + random.Next(width - 3), 3 + random.Next(8), 1 + random.Next(width - 3), 3 + random.Next(8));
        return Glyphs[(letter, fixedWidth)] = glyph;
    }

    private static void Stroke(byte[][] glyph, double x1, double y1, double x2, double y2)
    {
        double length = Math.Max(1, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        for (int y = 0; y < glyph.Length; y++)
        {
            for (int x = 0; x < glyph[y].Length - 1; x++)
            {
                double along = Math.Clamp((((x - x1) * (x2 - x1)) + ((y - y1) * (y2 - y1))) / (length * length), 0, 1);
                double dx = x - x1 - (along * (x2 - x1)), dy = y - y1 - (along * (y2 - y1));
                double ink = Math.Clamp(1.3 - Math.Sqrt((dx * dx) + (dy * dy)), 0, 1);
                glyph[y][x] = (byte)Math.Max(glyph[y][x], ink * 255);
            }
        }
    }
}
