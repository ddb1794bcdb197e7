using System.Numerics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Finds the tiles in which two pictures of one size differ. The fourth byte of a pixel does not count.</summary>
public static class TileDifference
{
    private const uint Colour = 0x00FF_FFFF;

    /// <summary>Writes the numbers of the differing tiles, rising, to <paramref name="changed"/>.</summary>
    /// <param name="before">The picture that was sent last.</param>
    /// <param name="after">The picture now.</param>
    /// <param name="changed">Room for <see cref="TileGrid.Count"/> numbers.</param>
    /// <returns>How many tiles differ.</returns>
    /// <exception cref="ArgumentException">The sizes differ, or there is too little room.</exception>
    public static int Find(PictureView before, PictureView after, Span<int> changed)
    {
        TileGrid grid = after.Grid;
        if (before.Grid != grid) throw new ArgumentException("Pictures of two sizes have no difference; send the whole picture.");
        if (changed.Length < grid.Count) throw new ArgumentException("Too little room.", nameof(changed));
        int count = 0;
        Span<bool> marks = stackalloc bool[256]; // the widest picture has 256 columns
        marks = marks[..grid.Columns];
        for (int row = 0; row < grid.Rows; row++)
        {
            marks.Clear();
            MarkRow(before, after, row, marks);
            for (int column = 0; column < marks.Length; column++)
                if (marks[column]) changed[count++] = (row * grid.Columns) + column;
        }

        return count;
    }

    // Most of a screen stands still: compare whole lines of pixels first, as fast as memory can be read, and look at tiles only in a line that differs.
    private static void MarkRow(PictureView before, PictureView after, int row, Span<bool> marks)
    {
        int width = after.Grid.Width;
        int end = Math.Min((row + 1) * TileGrid.Side, after.Grid.Height);
        for (int y = row * TileGrid.Side; y < end; y++)
        {
            if (before.Bytes(0, y, width).SequenceEqual(after.Bytes(0, y, width))) continue;
            for (int column = 0; column < marks.Length; column++)
            {
                if (marks[column]) continue;
                int x = column * TileGrid.Side, length = Math.Min(TileGrid.Side, width - x);
                marks[column] = !SameColours(before.Pixels(x, y, length), after.Pixels(x, y, length));
            }
        }
    }

    private static bool SameColours(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var colour = new Vector<uint>(Colour);
        int i = 0;
        for (; i <= a.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            Vector<uint> difference = new Vector<uint>(a[i..]) ^ new Vector<uint>(b[i..]);
            if ((difference & colour) != Vector<uint>.Zero) return false;
        }

        for (; i < a.Length; i++)
            if (((a[i] ^ b[i]) & Colour) != 0) return false;
        return true;
    }
}
