using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Cuts a rectangle at rows and columns of one colour, in turns, as one reads a page: what is left are single lines of text, icons and
/// frames of windows, each as it would look in another place, and plain areas between them.
/// </summary>
internal sealed class PatchCutter
{
    /// <summary>Tallest rectangle that is not plain.</summary>
    public const int TallestLeaf = TileGrid.Side;

    /// <summary>Widest rectangle that is not plain.</summary>
    public const int WidestLeaf = 1024;

    // Beyond this a picture is too busy to be cut further: a frame may hold 65,535 rectangles.
    private const int ManyLeaves = 20_000;

    private const int LineOfText = 40;

    // Each looks at the whole rectangle.
    private const int MostEdges = 24;

    private readonly EdgeFinder _edges = new();
    private readonly Stack<(Patch Patch, bool RowsFirst)> _open = [];
    private uint[] _differs = [];

    /// <summary>Cuts, and adds what comes out to <paramref name="leaves"/>.</summary>
    public void Cut(SentPicture picture, Patch patch, List<Leaf> leaves)
    {
        int edges = 0;
        _open.Push((patch, true));
        while (_open.TryPop(out (Patch Patch, bool RowsFirst) next))
        {
            if (leaves.Count > ManyLeaves) Split(next.Patch, leaves);
            else if ((next.RowsFirst && TryCutRows(picture, next.Patch, leaves)) || TryCutColumns(picture, next.Patch, leaves)) continue;
            else if (next.Patch.Height <= TallestLeaf) Split(next.Patch, leaves);
            else if (edges++ < MostEdges && _edges.TryCut(picture, next.Patch, out Patch first, out Patch second)) Push(first, second);
            else CutBands(next.Patch);
        }
    }

    private void Push(Patch first, Patch second)
    {
        _open.Push((first, true));
        _open.Push((second, true));
    }

    // At the edges of tiles, so that the same thing is cut the same way each time.
    private void CutBands(Patch patch)
    {
        for (int y = patch.Y; y < patch.Bottom;)
        {
            int bottom = Math.Min(patch.Bottom, (y / TileGrid.Side * TileGrid.Side) + TileGrid.Side);
            _open.Push((patch with { Y = y, Height = bottom - y }, true));
            y = bottom;
        }
    }

    private bool TryCutRows(SentPicture picture, Patch patch, List<Leaf> leaves)
    {
        bool isCut = false;
        int start = patch.Y;
        for (int y = patch.Y; y < patch.Bottom;)
        {
            int end = EndOfPlainRows(picture, patch, y, out int colours);
            if (end == y)
            {
                y++;
                continue;
            }

            isCut = true;
            if (y > start) _open.Push((patch with { Y = start, Height = y - start }, false));
            AddPlainRows(picture, patch with { Y = y, Height = end - y }, colours, leaves);
            start = y = end;
        }

        if (isCut && start < patch.Bottom) _open.Push((patch with { Y = start, Height = patch.Bottom - start }, false));
        return isCut;
    }

    private static int EndOfPlainRows(SentPicture picture, Patch patch, int y, out int colours)
    {
        colours = 0;
        uint last = 0;
        for (; y < patch.Bottom; y++)
        {
            ReadOnlySpan<uint> row = picture.Row(patch.X, y, patch.Width);
            if (row.ContainsAnyExcept(row[0])) break;
            if (colours == 0 || row[0] != last) colours++;
            last = row[0];
        }

        return y;
    }

    // Two bars are two rectangles; more of them, a gradient above all, are cheaper as one column that is repeated.
    private static void AddPlainRows(SentPicture picture, Patch rows, int colours, List<Leaf> leaves)
    {
        if (colours > 2)
        {
            Split(rows, leaves);
            return;
        }

        int start = rows.Y;
        for (int y = rows.Y + 1; y <= rows.Bottom; y++)
        {
            if (y < rows.Bottom && picture.Row(rows.X, y, 1)[0] == picture.Row(rows.X, start, 1)[0]) continue;
            leaves.Add(new Leaf(rows with { Y = start, Height = y - start }, LeafKind.Plain));
            start = y;
        }
    }

    private bool TryCutColumns(SentPicture picture, Patch patch, List<Leaf> leaves)
    {
        if (patch.Height == 1) return false;
        ReadOnlySpan<uint> differs = FindPlainColumns(picture, patch);
        ReadOnlySpan<uint> row = picture.Row(patch.X, patch.Y, patch.Width);

        // Between the words of a line there is nothing to be gained.
        int gap = patch.Height <= LineOfText ? 24 : patch.Height <= TileGrid.Side ? 3 : 1;
        bool isCut = false;
        int start = 0;
        for (int x = 0; x < patch.Width;)
        {
            int end = x;
            while (end < patch.Width && differs[end] == 0 && row[end] == row[x]) end++;
            if (end - x < gap)
            {
                x = Math.Max(end, x + 1);
                continue;
            }

            isCut = true;
            if (x > start) _open.Push((patch with { X = patch.X + start, Width = x - start }, true));
            leaves.Add(new Leaf(patch with { X = patch.X + x, Width = end - x }, LeafKind.Plain));
            start = x = end;
        }

        if (isCut && start < patch.Width) _open.Push((patch with { X = patch.X + start, Width = patch.Width - start }, true));
        return isCut;
    }

    private ReadOnlySpan<uint> FindPlainColumns(SentPicture picture, Patch patch)
    {
        if (_differs.Length < patch.Width) _differs = new uint[patch.Width];
        Span<uint> differs = _differs.AsSpan(0, patch.Width);
        differs.Clear();
        ReadOnlySpan<uint> first = picture.Row(patch.X, patch.Y, patch.Width);
        for (int y = 1; y < patch.Height; y++)
        {
            Gather(first, picture.Row(patch.X, patch.Y + y, patch.Width), differs);
            if ((y & 7) == 0 && !differs.Contains(0u)) break;
        }

        return differs;
    }

    private static void Gather(ReadOnlySpan<uint> first, ReadOnlySpan<uint> row, Span<uint> differs)
    {
        int i = 0;
        for (; i <= row.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
            (Vector256.Create(differs[i..]) | (Vector256.Create(first[i..]) ^ Vector256.Create(row[i..]))).CopyTo(differs[i..]);
        for (; i < row.Length; i++) differs[i] |= first[i] ^ row[i];
    }

    private static void Split(Patch patch, List<Leaf> leaves)
    {
        for (int y = patch.Y; y < patch.Bottom;)
        {
            int bottom = patch.Height <= TallestLeaf ? patch.Bottom : Math.Min(patch.Bottom, (y / TileGrid.Side * TileGrid.Side) + TileGrid.Side);
            for (int x = patch.X; x < patch.Right;)
            {
                int right = Math.Min(patch.Right, x + WidestLeaf);
                leaves.Add(new Leaf(new Patch(x, y, right - x, bottom - y), LeafKind.Drawn));
                x = right;
            }

            y = bottom;
        }
    }
}
