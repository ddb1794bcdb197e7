using System.Globalization;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>What every page carries, and what the file says about itself. All words come from the caller, in the language of the document.</summary>
/// <param name="Footer">Who made it and when, for example "Erstellt am 23.11.2026 um 09:31 Uhr".</param>
/// <param name="PageOf">Page and number of pages in words, for example "Seite 2 von 3".</param>
public sealed record PaperFrame(
    string Institution, string Title, string Footer, Func<int, int, string> PageOf, CultureInfo Language, DateTimeOffset CreatedAt)
{
    private const float Gutter = 12;
    private const float LineHeight = 13;
    private const float RuleBelowHeader = PageFormat.HeaderTop + LineHeight + 4;
    private const float FooterText = PageFormat.FooterTop + 5;

    public void Paint(Ink ink, int page, int pages)
    {
        Pair(ink, PageFormat.HeaderTop, Institution, TextStyle.SmallStrong, Title, PageFormat.BodyWidth / 2);
        ink.Rule(PageFormat.Left, RuleBelowHeader, PageFormat.BodyWidth);
        ink.Rule(PageFormat.Left, PageFormat.FooterTop, PageFormat.BodyWidth);
        Pair(ink, FooterText, Footer, TextStyle.Small, PageOf(page, pages), PageFormat.BodyWidth);
    }

    // The right one takes the room it needs up to the limit, the left one the rest.
    private static void Pair(Ink ink, float top, string left, TextStyle leftStyle, string right, float rightLimit)
    {
        string end = LineBreaking.OneLine(right, TextStyle.Small, rightLimit);
        float endWidth = TextStyle.Small.Width(end);
        string start = LineBreaking.OneLine(left, leftStyle, PageFormat.BodyWidth - endWidth - Gutter);
        ink.Text(start, PageFormat.Left, top + leftStyle.BaseLine(LineHeight), leftStyle);
        ink.Text(end, PageFormat.Right - endWidth, top + TextStyle.Small.BaseLine(LineHeight), TextStyle.Small);
    }
}
