using ServiceDesk.Remote.Screen;

namespace ServiceDesk.Engine;

/// <summary>A picture to draw on, and to look at as the encoder does.</summary>
internal sealed class Surface(int width, int height)
{
    private readonly uint[] _pixels = new uint[width * height];

    public int Width => width;

    public int Height => height;

    public PictureView View => new(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_pixels.AsSpan()), width, height, width * 4);

    public uint this[int x, int y]
    {
        get => _pixels[(y * width) + x];
        set
        {
            if ((uint)x < (uint)width && (uint)y < (uint)height) _pixels[(y * width) + x] = value;
        }
    }

    public Surface Copy()
    {
        var copy = new Surface(width, height);
        _pixels.CopyTo(copy._pixels, 0);
        return copy;
    }

    public Surface Fill(int x, int y, int w, int h, uint colour)
    {
        for (int row = Math.Max(0, y); row < Math.Min(height, y + h); row++)
            for (int column = Math.Max(0, x); column < Math.Min(width, x + w); column++) this[column, row] = colour;
        return this;
    }

    /// <summary>Draws another surface, or a part of it.</summary>
    public Surface Draw(Surface other, int x, int y, int fromY = 0, int rows = int.MaxValue)
    {
        for (int row = 0; row < Math.Min(rows, other.Height - fromY); row++)
            for (int column = 0; column < other.Width; column++) this[x + column, y + row] = other[column, fromY + row];
        return this;
    }
}
