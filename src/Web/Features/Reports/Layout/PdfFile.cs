using SkiaSharp;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Writes blocks as a PDF/A-2b file. Time and memory grow with the text and nothing else: one page is laid out at a time.</summary>
public static class PdfFile
{
    private const float PagesAsVectors = 72;

    /// <param name="file">Seekable and readable (memory or a temporary file): the language is added when all else is written.</param>
    /// <param name="blocks">Read twice: once to know how many pages there are, once to draw them.</param>
    public static void Write(Stream file, PaperFrame frame, IReadOnlyList<IBlock> blocks, CancellationToken cancellation)
    {
        long start = file.Position;
        int pages = Count(blocks, cancellation);
        using (SKDocument document = SKDocument.CreatePdf(file, MetadataOf(frame)))
        {
            Draw(document, frame, blocks, pages, cancellation);
            document.Close();
        }

        PdfLanguage.Append(file, start, frame.Language);
    }

    private static int Count(IReadOnlyList<IBlock> blocks, CancellationToken cancellation)
    {
        int pages = 0;
        foreach (Page _ in Pagination.Pages(blocks))
        {
            cancellation.ThrowIfCancellationRequested();
            pages++;
        }

        return pages;
    }

    private static void Draw(
        SKDocument document, PaperFrame frame, IReadOnlyList<IBlock> blocks, int pages, CancellationToken cancellation)
    {
        using var ink = new Ink();
        int number = 0;
        foreach (Page page in Pagination.Pages(blocks))
        {
            cancellation.ThrowIfCancellationRequested();
            ink.TurnTo(document.BeginPage(PageFormat.Width, PageFormat.Height));
            frame.Paint(ink, ++number, pages);
            page.Paint(ink);
            document.EndPage();
        }
    }

    private static SKDocumentPdfMetadata MetadataOf(PaperFrame frame) => new(PagesAsVectors)
    {
        Title = PrintableText.OneLineFrom(frame.Title, FontFace.Regular),
        Author = PrintableText.OneLineFrom(frame.Institution, FontFace.Regular),
        Creator = "ServiceDesk",
        Creation = frame.CreatedAt.UtcDateTime,
        Modified = frame.CreatedAt.UtcDateTime,
        PdfA = true,
    };
}
