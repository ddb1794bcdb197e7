namespace ServiceDesk.Remote.Screen;

/// <summary>Joins the boxes of changed tiles to larger rectangles where that adds little: text must not be cut at the edges of tiles.</summary>
internal sealed class PatchMerger
{
    private const int FreePixels = 512;

    private readonly List<Patch> _row = [];

    /// <summary>Joins boxes.</summary>
    /// <param name="boxes">In the order of their tiles, row by row.</param>
    /// <param name="patches">What is added to.</param>
    public void Merge(ReadOnlySpan<Patch> boxes, List<Patch> patches)
    {
        int open = patches.Count, tileRow = -1;
        foreach (Patch box in boxes)
        {
            if (box.Y / TileGrid.Side != tileRow)
            {
                EndRow(patches, open);
                tileRow = box.Y / TileGrid.Side;
            }

            if (_row.Count > 0 && _row[^1].Right == box.X && IsWorthwhile(_row[^1], box)) _row[^1] = Join(_row[^1], box);
            else _row.Add(box);
        }

        EndRow(patches, open);
    }

    // What ends at the lower edge of the row of tiles above may go on here.
    private void EndRow(List<Patch> patches, int first)
    {
        foreach (Patch run in _row)
        {
            int above = -1;
            for (int i = first; i < patches.Count && above < 0; i++)
                if (patches[i].Bottom == run.Y && patches[i].X < run.Right && run.X < patches[i].Right && IsWorthwhile(patches[i], run)) above = i;
            if (above < 0) patches.Add(run);
            else patches[above] = Join(patches[above], run);
        }

        _row.Clear();
    }

    private static bool IsWorthwhile(Patch a, Patch b)
    {
        int both = a.Area + b.Area;
        return Join(a, b).Area - both <= (both / 4) + FreePixels;
    }

    private static Patch Join(Patch a, Patch b)
    {
        int x = Math.Min(a.X, b.X), y = Math.Min(a.Y, b.Y);
        return new Patch(x, y, Math.Max(a.Right, b.Right) - x, Math.Max(a.Bottom, b.Bottom) - y);
    }
}
