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
    public TestPicture Noise(uint seed)
    {
        uint state = seed | 1;
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                Fill(x, y, 1, 1, state >> 8);
            }

        return this;
    }

    /// <summary>Changes only what does not count.</summary>
    public TestPicture ChangeFourthBytes()
    {
        for (int i = 0; i < _pixels.Length; i++)
            if (i % _stride >= Width * 4 || i % _stride % 4 == 3) _pixels[i] ^= 0x5A;
        return this;
    }
}
