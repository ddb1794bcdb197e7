using System.Numerics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Tells photos from drawings, in blocks of 16 × 16 pixels: many colours, and hardly a pixel like its neighbour.</summary>
internal sealed class PhotoFinder
{
    private const int Side = 16;
    private const int FewestColours = 48;
    private const int FewestBlocks = 6;

    private Kind[] _blocks = [];
    private int _columns, _rows;

    private enum Kind : byte
    {
        Drawn,
        Photo,
        Done,
    }

    /// <summary>Parts a rectangle into photos and the rest.</summary>
    /// <param name="isMoving">A rectangle that is mostly photo is one altogether: what is drawn on it follows exactly when it rests.</param>
    public void Part(SentPicture picture, Patch patch, bool isMoving, List<Patch> drawn, List<Patch> photos)
    {
        int count = Classify(picture, patch);
        if (count < FewestBlocks)
        {
            drawn.Add(patch);
        }
        else if (isMoving && count * 10 >= _columns * _rows * 7)
        {
            photos.Add(patch);
        }
        else
        {
            Collect(patch, Kind.Photo, FewestBlocks, photos);
            Collect(patch, Kind.Drawn, 1, drawn);
        }
    }

    // Rectangles of one kind, each as wide and then as high as can be. What is too small counts as drawn.
    private void Collect(Patch patch, Kind kind, int fewest, List<Patch> found)
    {
        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                if (_blocks[(row * _columns) + column] != kind) continue;
                int width = Row(row)[column..].IndexOfAnyExcept(kind), height = 1;
                if (width < 0) width = _columns - column;
                while (row + height < _rows && !Row(row + height).Slice(column, width).ContainsAnyExcept(kind)) height++;
                bool isLarge = width * height >= fewest;
                for (int i = 0; i < height; i++) Row(row + i).Slice(column, width).Fill(isLarge ? Kind.Done : Kind.Drawn);
                if (isLarge) found.Add(Clip(patch, column, row, width, height));
            }
        }
    }

    private Span<Kind> Row(int row) => _blocks.AsSpan(row * _columns, _columns);

    private static Patch Clip(Patch patch, int column, int row, int width, int height)
    {
        int left = patch.X / Side * Side, top = patch.Y / Side * Side;
        int x = Math.Max(patch.X, left + (column * Side)), y = Math.Max(patch.Y, top + (row * Side));
        return new Patch(x, y, Math.Min(patch.Right, left + ((column + width) * Side)) - x, Math.Min(patch.Bottom, top + ((row + height) * Side)) - y);
    }

    private int Classify(SentPicture picture, Patch patch)
    {
        _columns = ((patch.Right + Side - 1) / Side) - (patch.X / Side);
        _rows = ((patch.Bottom + Side - 1) / Side) - (patch.Y / Side);
        if (_blocks.Length < _columns * _rows) _blocks = new Kind[_columns * _rows];
        int count = 0;
        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                bool isPhoto = IsPhoto(picture, Clip(patch, column, row, 1, 1));
                Row(row)[column] = isPhoto ? Kind.Photo : Kind.Drawn;
                if (isPhoto) count++;
            }
        }

        return count;
    }

    private static bool IsPhoto(SentPicture picture, Patch block)
    {
        int equal = 0, pairs = (block.Width - 1) * block.Height;
        for (int y = block.Y; y < block.Bottom; y++)
        {
            equal += PixelRow.EqualNeighbours(picture.Row(block.X, y, block.Width));
            if (equal * 4 > pairs) return false;
        }

        return HasManyColours(picture, block);
    }

    private static bool HasManyColours(SentPicture picture, Patch block)
    {
        Span<ulong> seen = stackalloc ulong[16];
        seen.Clear();
        for (int y = block.Y; y < block.Bottom; y++)
        {
            foreach (uint pixel in picture.Row(block.X, y, block.Width))
            {
                uint place = pixel * 0x9E37_79B1 >> 22;
                seen[(int)(place >> 6)] |= 1UL << (int)(place & 63);
            }
        }

        int colours = 0;
        foreach (ulong bits in seen) colours += BitOperations.PopCount(bits);
        return colours >= Math.Min(FewestColours, block.Area / 3);
    }
}
