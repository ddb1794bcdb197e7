using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>The picture that is painted on: 0xRRGGBB, row by row, black at first.</summary>
internal sealed class Canvas(TileGrid grid)
{
    private readonly uint[] _pixels = new uint[grid.Width * grid.Height];

    public TileGrid Grid => grid;

    public Span<uint> Row(int x, int y, int count) => _pixels.AsSpan((y * grid.Width) + x, count);

    public void Read(Patch patch, Span<uint> pixels)
    {
        for (int y = 0; y < patch.Height; y++)
            Row(patch.X, patch.Y + y, patch.Width).CopyTo(pixels[(y * patch.Width)..]);
    }

    public void Paint(Patch patch, ReadOnlySpan<uint> pixels)
    {
        for (int y = 0; y < patch.Height; y++)
            pixels.Slice(y * patch.Width, patch.Width).CopyTo(Row(patch.X, patch.Y + y, patch.Width));
    }

    public void PaintColumn(int x, int y, ReadOnlySpan<uint> column)
    {
        foreach (uint pixel in column)
            _pixels[(y++ * grid.Width) + x] = pixel;
    }

    public byte[] Rgb()
    {
        byte[] rgb = new byte[_pixels.Length * 3];
        for (int i = 0; i < _pixels.Length; i++)
            (rgb[i * 3], rgb[(i * 3) + 1], rgb[(i * 3) + 2]) = ((byte)(_pixels[i] >> 16), (byte)(_pixels[i] >> 8), (byte)_pixels[i]);
        return rgb;
    }
}
