using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Screen;

/// <summary>A picture's size, cut into tiles of 64 × 64 pixels, numbered row by row from 0. Tiles at the right and lower edge may be smaller.</summary>
public readonly record struct TileGrid
{
    /// <summary>Side of a tile in pixels.</summary>
    public const int Side = 64;

    /// <summary>Cuts a picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1 or above 16384 pixels, or there are more than 64 Mpixel.</exception>
    public TileGrid(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, WireLimits.PictureSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, WireLimits.PictureSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width * height, WireLimits.PicturePixels, nameof(height));
        Width = width;
        Height = height;
    }

    /// <summary>Width of the picture in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the picture in pixels.</summary>
    public int Height { get; }

    /// <summary>Tiles in a row.</summary>
    public int Columns => (Width + Side - 1) / Side;

    /// <summary>Rows of tiles.</summary>
    public int Rows => (Height + Side - 1) / Side;

    /// <summary>All tiles; at most 65,536.</summary>
    public int Count => Columns * Rows;

    /// <summary>Where a tile lies.</summary>
    public Patch this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            (int row, int column) = Math.DivRem(index, Columns);
            int x = column * Side, y = row * Side;
            return new Patch(x, y, Math.Min(Side, Width - x), Math.Min(Side, Height - y));
        }
    }

    /// <summary>The tiles that a rectangle touches.</summary>
    internal TileRange Touched(Patch patch)
    {
        int left = patch.X / Side, top = patch.Y / Side;
        return new TileRange((top * Columns) + left, ((patch.Right - 1) / Side) - left + 1, ((patch.Bottom - 1) / Side) - top + 1, Columns);
    }
}
