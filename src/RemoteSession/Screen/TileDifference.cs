namespace ServiceDesk.Remote.Screen;

/// <summary>Finds what differs between the picture now and what was sent. The fourth byte of a pixel does not count.</summary>
internal static class TileDifference
{
    private const int MostColumns = 256; // of the widest picture

    /// <summary>Finds the differing tiles of the whole picture.</summary>
    /// <param name="now">The picture now, of the size of <paramref name="sent"/>.</param>
    public static void Find(PictureView now, SentPicture sent, ChangedTiles changed)
    {
        TileGrid grid = sent.Grid;
        if (now.Grid != grid) throw new ArgumentException("Pictures of two sizes have no difference.", nameof(now));
        changed.Clear(grid);
        Span<Extent> extents = stackalloc Extent[MostColumns];
        extents = extents[..grid.Columns];
        for (int row = 0; row < grid.Rows; row++)
        {
            extents.Clear();
            int top = row * TileGrid.Side, bottom = Math.Min(top + TileGrid.Side, grid.Height);
            for (int y = top; y < bottom; y++) ExtendRow(now, sent, y, extents);
            for (int column = 0; column < extents.Length; column++)
                if (extents[column].Bottom != 0) changed.Add((row * grid.Columns) + column, extents[column].At(column * TileGrid.Side));
        }
    }

    /// <summary>The box of what differs inside a rectangle.</summary>
    /// <returns>False when nothing does.</returns>
    public static bool TryFind(PictureView now, SentPicture sent, Patch inside, out Patch box)
    {
        var extent = default(Extent);
        for (int y = inside.Y; y < inside.Bottom; y++)
            extent.Extend(now.Pixels(inside.X, y, inside.Width), sent.Row(inside.X, y, inside.Width), y);
        box = extent.At(inside.X);
        return extent.Bottom != 0;
    }

    // Most of a screen stands still: compare whole lines of pixels first, as fast as memory can be read, and look at tiles only in a line that differs.
    private static void ExtendRow(PictureView now, SentPicture sent, int y, Span<Extent> extents)
    {
        int width = sent.Grid.Width;
        ReadOnlySpan<uint> after = now.Pixels(0, y, width), before = sent.Row(0, y, width);
        if (after.SequenceEqual(before)) return;
        for (int column = 0; column < extents.Length; column++)
        {
            int x = column * TileGrid.Side, length = Math.Min(TileGrid.Side, width - x);
            extents[column].Extend(after.Slice(x, length), before.Slice(x, length), y);
        }
    }

    /// <summary>Left and right count from the tile's left; bottom 0 is nothing at all.</summary>
    private struct Extent
    {
        private int _left, _right, _top;

        public int Bottom { get; private set; }

        public void Extend(ReadOnlySpan<uint> after, ReadOnlySpan<uint> before, int y)
        {
            int first = PixelRow.FirstDifference(after, before);
            if (first == after.Length) return;
            if (Bottom == 0) (_left, _right, _top) = (first, first + 1, y);
            _left = Math.Min(_left, first);
            Bottom = y + 1;
            if (_right < after.Length) _right = Math.Max(_right, PixelRow.EndOfDifference(after, before));
        }

        public readonly Patch At(int x) => new(x + _left, _top, _right - _left, Bottom - _top);
    }
}
