namespace ServiceDesk.Web.Features.Reports.Layout;

/// <param name="Kind">The word for what happened; <paramref name="Tone"/> only repeats it.</param>
public sealed record Moment(string Time, string Kind, string Author, string Text, Tone Tone = Tone.Plain);

/// <summary>What happened, one after the other: time on the left; kind, author and text beside a bar.</summary>
public sealed record Timeline(IEnumerable<Moment> Moments) : IBlock
{
    private const float TimeWidth = 86;
    private const float BarX = TimeWidth + 6;
    private const float BarWidth = 2;
    private const float TextX = BarX + BarWidth + 10;
    private const float TextWidth = PageFormat.BodyWidth - TextX;
    private const float LongestKind = TextWidth / 2;
    private const float Gutter = 8;
    private const float GapBefore = 9;
    private const float TextGap = 1.5f;

    public IEnumerable<Strip> Strips() => Moments.SelectMany(StripsOf);

    private static IEnumerable<Strip> StripsOf(Moment moment)
    {
        Row first = FirstRow(moment);
        return moment.Text.Length == 0
            ? first.Strips()
            : (first with { KeepWithNext = true }).Strips().Concat(TextRow(moment).Strips());
    }

    private static Row FirstRow(Moment moment)
    {
        TextStyle kindStyle = TextStyle.Strong with { Colour = Look.Of(moment.Tone) };
        Cell kind = Cell.Of(moment.Kind, kindStyle, TextX, LongestKind);
        float authorX = TextX + kind.Lines.Max(line => kindStyle.Width(line)) + Gutter;
        Cell author = Cell.Of(moment.Author, TextStyle.Aside, authorX, PageFormat.BodyWidth - authorX);
        return new Row(Cell.Of(moment.Time, TextStyle.Aside, 0, TimeWidth), kind, author)
        {
            Gap = GapBefore,
            Backdrop = BarOf(moment.Tone),
        };
    }

    private static Row TextRow(Moment moment) =>
        new(Cell.Of(moment.Text, TextStyle.Body, TextX, TextWidth)) { PadTop = TextGap, Backdrop = BarOf(moment.Tone) };

    private static Action<Ink, float, float> BarOf(Tone tone) => (ink, top, height) =>
        ink.Box(PageFormat.Left + BarX, top, BarWidth, height, tone == Tone.Plain ? Look.Line : Look.Of(tone));
}
