using System.Globalization;
using ServiceDesk.Web.Features.Reports.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ServiceDesk.Web.Tests.Features.Reports.Layout;

/// <summary>Writes a document as the desk would and reads it back with another library.</summary>
internal static class SampleReport
{
    public static PaperFrame Frame { get; } = new(
        "Rechenzentrum der Universität Würzburg", "Fall K7-204", "Erstellt am 23.11.2026 um 09:31 Uhr",
        (page, pages) => $"Seite {page} von {pages}", CultureInfo.GetCultureInfo("de-DE"), new DateTimeOffset(2026, 11, 23, 8, 31, 0, TimeSpan.Zero));

    public static byte[] Write(params IReadOnlyList<IBlock> blocks) => Write(Frame, blocks);

    public static byte[] Write(PaperFrame frame, IReadOnlyList<IBlock> blocks)
    {
        using var file = new MemoryStream();
        PdfFile.Write(file, frame, blocks, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    /// <summary>The words of each page, one space between them, in the order they were drawn.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    public static IReadOnlyList<Letter> Letters(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(page => page.Letters)];
    }

    public static Timeline TimelineOf(int moments) => new(Enumerable.Range(1, moments).Select(number => new Moment(
        "23.11.2026 09:12", "Anruf", "Max Weber", $"Eintrag {number}: VPN bricht nach der Anmeldung ab – Kosten 0,00 €.", Tone.Act)));
}
