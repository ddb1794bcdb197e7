using CsCheck;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>A picture to draw on: B G R X with noise in X and behind each row.</summary>
internal sealed class TestPicture
{
    private readonly int _stride;
    private readonly byte[] _pixels;

    public TestPicture(int width, int height, int gap = 12)
    {
        (Width, Height, _stride) = (width, height, (width * 4) + gap);
        _pixels = new byte[_stride * height];
        for (int i = 0; i < _pixels.Length; i++)
            if (i % _stride >= width * 4 || i % _stride % 4 == 3) _pixels[i] = (byte)(i * 31);
    }

    private TestPicture(TestPicture other) =>
        (Width, Height, _stride, _pixels) = (other.Width, other.Height, other._stride, [.. other._pixels]);

    /// <summary>Sizes around the edges of tiles, and single rows and columns.</summary>
    public static Gen<(int Width, int Height)> Sizes { get; } = Gen.Select(
        Gen.OneOf(Gen.Int[1, 200], Gen.Int[63, 65], Gen.Const(1)),
        Gen.OneOf(Gen.Int[1, 150], Gen.Int[63, 65], Gen.Const(1)));

    public int Width { get; }

    public int Height { get; }

    public PictureView View => new(_pixels, Width, Height, _stride);

    public byte[] Rgb
    {
        get
        {
            byte[] rgb = new byte[Width * Height * 3];
            for (int y = 0, to = 0; y < Height; y++)
                for (int x = 0; x < Width; x++)
                    for (int channel = 2; channel >= 0; channel--) rgb[to++] = _pixels[(y * _stride) + (x * 4) + channel];
            return rgb;
        }
    }

    public TestPicture Copy() => new(this);

    public TestPicture Fill(int x, int y, int width, int height, uint colour)
    {
        for (int row = Math.Max(0, y); row < Math.Min(Height, y + height); row++)
            for (int column = Math.Max(0, x); column < Math.Min(Width, x + width); column++)
                for (int channel = 0; channel < 3; channel++)
                    _pixels[(row * _stride) + (column * 4) + channel] = (byte)(colour >> (8 * channel));
        return this;
    }

    /// <summary>Pixels that do not compress: xorshift32 from a seed.</summary>
    public TestPicture Noise(uint seed) => Noise(0, 0, Width, Height, seed);

    /// <inheritdoc cref="Noise(uint)"/>
    public TestPicture Noise(int x, int y, int width, int height, uint seed)
    {
        uint state = seed | 1;
        for (int row = y; row < y + height; row++)
            for (int column = x; column < x + width; column++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                Fill(column, row, 1, 1, state >> 8);
            }

        return this;
    }

    /// <summary>Soft colours with some grain.</summary>
    public TestPicture Photo(int x, int y, int width, int height, int number = 0)
    {
        uint grain = ((uint)number * 7919) | 1;
        for (int row = 0; row < height; row++)
            for (int column = 0; column < width; column++)
            {
                grain = (grain * 1664525) + 1013904223;
                int g = (int)(grain >> 29);
                uint red = (uint)(120 + (60 * Math.Sin((column + (number * 5)) / 40.0)) + g), green = (uint)(120 + (50 * Math.Cos((row - (number * 3)) / 30.0)) + g);
                uint blue = (uint)(120 + (40 * Math.Sin((column + row + number) / 50.0)) + g);
                Fill(x + column, y + row, 1, 1, (red << 16) | (green << 8) | blue);
            }

        return this;
    }

    /// <summary>Lines of marks that look like letters: 8 × 16 pixels, a few shades, the same for the same letter.</summary>
    public TestPicture Text(int x, int y, string text, uint ink = 0x101010)
    {
        for (int i = 0; i < text.Length; i++)
            for (int at = 0; text[i] != ' ' && at < 7 * 12; at++)
            {
                uint mark = ((text[i] * 7919u) + (uint)at) * 0x9E37_79B1 >> 27;
                if (mark < 12) Fill(x + (i * 8) + (at % 7), y + 2 + (at / 7), 1, 1, mark < 8 ? ink : ink + (0x202020 * (mark - 7)));
            }

        return this;
    }

    /// <summary>Moves what is in a rectangle; what falls outside the picture is lost.</summary>
    public TestPicture Move(int x, int y, int width, int height, int toX, int toY)
    {
        TestPicture before = Copy();
        for (int row = 0; row < height; row++)
            for (int column = 0; column < width; column++)
                if (Holds(x + column, y + row) && Holds(toX + column, toY + row))
                    Fill(toX + column, toY + row, 1, 1, before.Colour(x + column, y + row));
        return this;
    }

    private bool Holds(int x, int y) => x >= 0 && y >= 0 && x < Width && y < Height;

    private uint Colour(int x, int y) => View.Pixels(x, y, 1)[0] & 0xFFFFFF;

    /// <summary>Changes only what does not count.</summary>
    public TestPicture ChangeFourthBytes()
    {
        for (int i = 0; i < _pixels.Length; i++)
            if (i % _stride >= Width * 4 || i % _stride % 4 == 3) _pixels[i] ^= 0x5A;
        return this;
    }
}
