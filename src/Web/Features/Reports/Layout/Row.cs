namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Cells side by side, cut into strips of one line each, so that even a cell longer than a page can go on overleaf.</summary>
public sealed record Row(params IReadOnlyList<Cell> Cells)
{
    // Up to here a row is not torn; a longer one keeps two lines together at each end (no widows, no orphans).
    private const int KeptWhole = 8;

    public float Gap { get; init; }

    public float PadTop { get; init; }

    public float PadBottom { get; init; }

    public bool KeepWithNext { get; init; }

    public bool RuledBelow { get; init; }

    public Strip? Head { get; init; }

    /// <summary>Painted behind each strip, given its top edge and height.</summary>
    public Action<Ink, float, float>? Backdrop { get; init; }

    public IEnumerable<Strip> Strips()
    {
        int count = Cells.Max(cell => cell.Lines.Count);
        float lineHeight = Cells.Max(cell => cell.Style.LineHeight);
        for (int i = 0; i < count; i++)
            yield return StripOf(i, i == count - 1, lineHeight) with { KeepWithNext = Keeps(i, count) };
    }

    /// <summary>All lines in one, for a head that is painted again.</summary>
    public Strip AsOneStrip()
    {
        Strip[] strips = [.. Strips()];
        return new Strip(strips.Sum(strip => strip.Height), PaintAll) { Gap = Gap, KeepWithNext = KeepWithNext };

        void PaintAll(Ink ink, float top)
        {
            foreach (Strip strip in strips)
            {
                strip.Paint(ink, top);
                top += strip.Height;
            }
        }
    }

    private bool Keeps(int index, int count) =>
        index == count - 1 ? KeepWithNext : count <= KeptWhole || index == 0 || index == count - 2;

    private Strip StripOf(int index, bool isLast, float lineHeight)
    {
        float above = index == 0 ? PadTop : 0;
        float height = above + lineHeight + (isLast ? PadBottom : 0);
        return new Strip(height, Paint) { Gap = index == 0 ? Gap : 0, Head = Head };

        void Paint(Ink ink, float top)
        {
            Backdrop?.Invoke(ink, top, height);
            foreach (Cell cell in Cells)
                cell.Paint(ink, index, top + above, lineHeight);

            if (isLast && RuledBelow)
                ink.Rule(PageFormat.Left, top + height, PageFormat.BodyWidth);
        }
    }
}
