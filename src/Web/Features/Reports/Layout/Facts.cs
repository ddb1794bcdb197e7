namespace ServiceDesk.Web.Features.Reports.Layout;

/// <param name="Tone">Other than plain: the value is a state and stands on its tint.</param>
public sealed record Fact(string Name, string Value, Tone Tone = Tone.Plain);

/// <summary>Names on the left, what they are on the right.</summary>
public sealed record Facts(params IReadOnlyList<Fact> Items) : IBlock
{
    private const float NameWidth = 130;
    private const float Gutter = 10;
    private const float Padding = 1.5f;
    private const float GapBefore = 4;
    private const float ValueX = NameWidth + Gutter;
    private const float ValueWidth = PageFormat.BodyWidth - ValueX;

    public IEnumerable<Strip> Strips() => Items.SelectMany((fact, i) => RowOf(fact, i == 0, i == Items.Count - 1).Strips());

    private static Row RowOf(Fact fact, bool isFirst, bool isLast)
    {
        Cell name = Cell.Of(fact.Name, TextStyle.Aside, 0, NameWidth);
        Cell value = fact.Tone == Tone.Plain
            ? Cell.Of(fact.Value, TextStyle.Body, ValueX, ValueWidth)
            : Cell.ChipOf(fact.Value, fact.Tone, TextStyle.Strong, ValueX, ValueWidth);
        return new Row(name, value)
        {
            Gap = isFirst ? GapBefore : 0,
            PadTop = Padding,
            PadBottom = Padding,
            KeepWithNext = !isLast,
        };
    }
}
