namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>How far down in the outline a heading stands.</summary>
public enum HeadingLevel
{
    /// <summary>Of the whole document, once.</summary>
    Title,
    Section,
    Part,
}

/// <summary>Never the last thing on a page.</summary>
public sealed record Heading(string Text, HeadingLevel Level = HeadingLevel.Section) : IBlock
{
    private const float SpaceAfter = 4;

    private TextStyle Style => Level switch
    {
        HeadingLevel.Title => TextStyle.Title,
        HeadingLevel.Section => TextStyle.Section,
        _ => TextStyle.Strong,
    };

    private float GapBefore => Level switch
    {
        HeadingLevel.Title => 0,
        HeadingLevel.Section => 20,
        _ => 10,
    };

    public IEnumerable<Strip> Strips()
    {
        var row = new Row(Cell.Of(Text, Style, 0, PageFormat.BodyWidth))
        {
            Gap = GapBefore,
            PadBottom = SpaceAfter,
            KeepWithNext = true,
        };
        return row.Strips();
    }
}
