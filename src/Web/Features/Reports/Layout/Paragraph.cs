namespace ServiceDesk.Web.Features.Reports.Layout;

/// <param name="IsAside">In the muted colour: an explanation, not a statement of the document.</param>
public sealed record Paragraph(string Text, bool IsAside = false) : IBlock
{
    private const float GapBefore = 10;

    public IEnumerable<Strip> Strips()
    {
        TextStyle style = IsAside ? TextStyle.Aside : TextStyle.Body;
        return new Row(Cell.Of(Text, style, 0, PageFormat.BodyWidth)) { Gap = GapBefore }.Strips();
    }
}
