namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Lines under each other at one place of a <see cref="Row"/>.</summary>
/// <param name="X">From the left edge of the body, in points.</param>
public sealed record Cell(float X, float Width, IReadOnlyList<string> Lines, TextStyle Style)
{
    private const float ChipPadding = 4;

    /// <summary>Behind the words, if any: the tint of the tone that the words are in.</summary>
    public Tone Chip { get; init; }

    public bool AlignEnd { get; init; }

    public static Cell Of(string text, TextStyle style, float x, float width) =>
        new(x, width, LineBreaking.Lines(text, style, width), style);

    /// <summary>A word in its tone on its tint; inset, so that the tint stays in the cell.</summary>
    public static Cell ChipOf(string text, Tone tone, TextStyle style, float x, float width)
    {
        TextStyle toned = style with { Colour = Look.Of(tone) };
        return Of(text, toned, x + ChipPadding, width - 2 * ChipPadding) with { Chip = tone };
    }

    public void Paint(Ink ink, int index, float top, float lineHeight)
    {
        if (index >= Lines.Count)
            return;

        string line = Lines[index];
        float width = Style.Width(line);
        float x = PageFormat.Left + X + (AlignEnd ? Width - width : 0);
        if (Chip != Tone.Plain)
            ink.Box(x - ChipPadding, top, width + 2 * ChipPadding, lineHeight, Look.TintOf(Chip));

        ink.Text(line, x, top + Style.BaseLine(lineHeight), Style);
    }
}
