namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>The title of the document, or of a section. Never the last thing on a page.</summary>
public sealed record Heading(string Text, bool IsTitle = false) : IBlock
{
    private const float GapBeforeSection = 18;
    private const float SpaceAfter = 4;

    public IEnumerable<Strip> Strips()
    {
        TextStyle style = IsTitle ? TextStyle.Title : TextStyle.Section;
        var row = new Row(Cell.Of(Text, style, 0, PageFormat.BodyWidth))
        {
            Gap = IsTitle ? 0 : GapBeforeSection,
            PadBottom = SpaceAfter,
            KeepWithNext = true,
        };
        return row.Strips();
    }
}
