// A pixel is 4 bytes: B G R X.  X is noise.  Row y starts at byte y · stride; what lies between the rows is noise too.
using System.Runtime.InteropServices;

namespace ServiceDesk.Remote.Screen;

/// <summary>A picture somewhere in memory, as screens deliver it. Only a view: it is good as long as its pixels are.</summary>
public readonly ref struct PictureView
{
    /// <summary>Bytes of a pixel.</summary>
    public const int PixelBytes = 4;

    private readonly ReadOnlySpan<byte> _pixels;

    /// <summary>Looks at pixels.</summary>
    /// <param name="pixels">At least <c>(height − 1) · stride + width · 4</c> bytes.</param>
    /// <param name="width">Pixels, 1 to 16384.</param>
    /// <param name="height">Pixels, 1 to 16384.</param>
    /// <param name="stride">Bytes from one row to the next, at least <c>width · 4</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes do not fit together.</exception>
    public PictureView(ReadOnlySpan<byte> pixels, int width, int height, int stride)
    {
        Grid = new TileGrid(width, height);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, width * PixelBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels.Length, ((long)(height - 1) * stride) + (width * PixelBytes), nameof(pixels));
        Stride = stride;
        _pixels = pixels;
    }

    /// <summary>The picture's size, cut into tiles.</summary>
    public TileGrid Grid { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>A run of pixels in a row, four bytes each.</summary>
    public ReadOnlySpan<byte> Bytes(int x, int y, int count) => _pixels.Slice(checked((y * Stride) + (x * PixelBytes)), count * PixelBytes);

    /// <summary>A run of pixels in a row, one number each: 0xXXRRGGBB.</summary>
    public ReadOnlySpan<uint> Pixels(int x, int y, int count) => MemoryMarshal.Cast<byte, uint>(Bytes(x, y, count));
}
