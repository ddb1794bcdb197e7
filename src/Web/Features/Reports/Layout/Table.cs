namespace ServiceDesk.Web.Features.Reports.Layout;

/// <param name="Share">Of the width of the body, in proportion to the other columns.</param>
/// <param name="AlignEnd">For numbers.</param>
public sealed record Column(string Head, float Share = 1, bool AlignEnd = false);

/// <summary>Cells wrap; the head comes again on every page the table goes on to.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IEnumerable<IReadOnlyList<string>> Rows) : IBlock
{
    private const float Padding = 3.5f;
    private const float Gutter = 12;
    private const float GapBefore = 8;

    public IEnumerable<Strip> Strips()
    {
        Strip head = HeadRow().AsOneStrip();
        yield return head;
        foreach (IReadOnlyList<string> row in Rows)
        {
            foreach (Strip strip in BodyRow(row, head).Strips())
                yield return strip;
        }
    }

    private Row HeadRow() => new(CellsOf([.. Columns.Select(column => column.Head)], TextStyle.SmallStrong))
    {
        Gap = GapBefore,
        PadTop = Padding,
        PadBottom = Padding,
        RuledBelow = true,
        KeepWithNext = true,
        Backdrop = (ink, top, height) => ink.Box(PageFormat.Left, top, PageFormat.BodyWidth, height, Look.Surface),
    };

    private Row BodyRow(IReadOnlyList<string> row, Strip head)
    {
        if (row.Count != Columns.Count)
            throw new ArgumentException($"A row has {row.Count} cells, the table {Columns.Count} columns.");

        return new Row(CellsOf(row, TextStyle.TableBody)) { PadTop = Padding, PadBottom = Padding, RuledBelow = true, Head = head };
    }

    private Cell[] CellsOf(IReadOnlyList<string> texts, TextStyle style)
    {
        float unit = (PageFormat.BodyWidth - Gutter * Columns.Count) / Columns.Sum(column => column.Share);
        float x = Gutter / 2;
        var cells = new Cell[Columns.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            float width = unit * Columns[i].Share;
            cells[i] = Cell.Of(texts[i], style, x, width) with { AlignEnd = Columns[i].AlignEnd };
            x += width + Gutter;
        }

        return cells;
    }
}
