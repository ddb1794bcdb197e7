using ServiceDesk.Web.Features.Reports.Layout;
using SkiaSharp;

namespace ServiceDesk.Web.Tests.Features.Reports.Layout;

public sealed class LineBreakingTests
{
    private static readonly TextStyle Style = TextStyle.Body;

    [Fact]
    public void Lines_BreakBetweenWords_WhenTheTextIsTooWide() =>
        LineBreaking.Lines("eins zwei drei", Style, WidthOf("eins zwei")).ShouldBe(["eins zwei", "drei"]);

    [Fact]
    public void Lines_DropTheSpaceAtTheBreak_WhenThereAreSeveral() =>
        LineBreaking.Lines("eins   zwei", Style, WidthOf("zwei")).ShouldBe(["eins", "zwei"]);

    [Fact]
    public void Lines_KeepWhatBelongsTogether_WhenASpaceDoesNotBreak() =>
        LineBreaking.Lines("bis 14\u00A0Uhr", Style, WidthOf("14\u00A0Uhr")).ShouldBe(["bis", "14\u00A0Uhr"]);

    [Fact]
    public void Lines_BreakAWord_WhenItIsWiderThanTheLine() =>
        LineBreaking.Lines("im Donaudampfschiff", Style, WidthOf("Donaudampf")).ShouldBe(["im", "Donaudampf", "schiff"]);

    [Theory]
    [InlineData("Fernhilfe-Sitzung", "Fernhilfe-")]
    [InlineData("Hardware/Software", "Hardware/")]
    public void Lines_BreakAfterASign_WhenItJoinsWords(string text, string first) =>
        LineBreaking.Lines(text, Style, WidthOf(text) - 1)[0].ShouldBe(first);

    [Theory]
    [InlineData("am 2026-11-23")]
    [InlineData("um 09:12–09:31")]
    public void Lines_DoNotPartNumbers_WhenThereIsASpaceToBreakAt(string text) =>
        LineBreaking.Lines(text, Style, WidthOf(text) - 1).ShouldBe(text.Split(' '));

    [Fact]
    public void Lines_KeepEmptyLines_WhenTheTextHasThem() =>
        LineBreaking.Lines("a\n\nb\n", Style, 100).ShouldBe(["a", "", "b", ""]);

    [Fact]
    public void Lines_StillMoveOn_WhenNotEvenOneLetterFits() =>
        LineBreaking.Lines("WW", Style, 1).ShouldBe(["W", "W"]);

    [Fact]
    public void OneLine_EndsInAnEllipsis_WhenTheTextIsTooWide()
    {
        string line = LineBreaking.OneLine("Universität mit sehr langem Namen", Style, 80);

        line.ShouldStartWith("Universität");
        line.ShouldEndWith("…");
        Style.Width(line).ShouldBeLessThanOrEqualTo(80.01f);
    }

    [Fact]
    public void Width_IsWhatIsDrawn_ForBothFaces()
    {
        const string Text = "Grüße – Wörter mit fi, AV und 1234567890 €";
        foreach (FontFace face in (FontFace[])[FontFace.Regular, FontFace.Bold])
        {
            using SKFont font = face.Sized(10);
            (face.Width(Text) * 10).ShouldBe(font.MeasureText(Text), 0.01);
        }
    }

    private static float WidthOf(string text) => Style.Width(text);
}
