using Microsoft.Extensions.Localization;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Features.Reports.Layout;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>The document of a ticket: what it is about, its remote sessions, its timeline. In the language of the current request.</summary>
public sealed class TicketPdf(IStringLocalizer<ReportTexts> texts, IStringLocalizer<RemoteSessionsTexts> record)
{
    /// <param name="file">Memory or a temporary file: it must be seekable and readable.</param>
    public void Write(Stream file, TicketPrint ticket, PrintOrder order, CancellationToken cancellation)
    {
        var words = new ReportWords(texts, record, order.Zone);
        PdfFile.Write(file, FrameOf(ticket, order, words), [.. BlocksOf(ticket, order, words)], cancellation);
    }

    private static PaperFrame FrameOf(TicketPrint ticket, PrintOrder order, ReportWords words) => new(
        order.Institution,
        words["HeaderTitle", ticket.Number],
        words["PrintedBy", words.When(order.At), order.PrintedBy],
        (page, pages) => words["PageOf", page, pages],
        words.Language,
        new DateTimeOffset(order.At, TimeSpan.Zero));

    private static IEnumerable<IBlock> BlocksOf(TicketPrint ticket, PrintOrder order, ReportWords words)
    {
        yield return new Heading($"{ticket.Number}  {ticket.Title}", HeadingLevel.Title);
        yield return FactsOf(ticket, words);
        foreach (IBlock block in SessionSection.Blocks(ticket.Sessions, words))
            yield return block;

        yield return new Heading(words["Timeline"]);
        yield return new Timeline(TimelineSection.Moments(ticket, words));
        yield return new Paragraph(words["TimesIn", order.Zone.Id], IsAside: true);
    }

    private static Facts FactsOf(TicketPrint ticket, ReportWords words) => new(
        new Fact(words["State"], words.Of(ticket.State), TimelineSection.ToneOf(ticket.State)),
        new Fact(words["Priority"], words.Of(ticket.Priority)),
        new Fact(words["Caller"], ticket.Caller),
        new Fact(words["Queue"], ticket.Queue),
        new Fact(words["Owner"], ticket.Owner ?? words["Nobody"]),
        new Fact(words["CatalogueItem"], ticket.CatalogueItem ?? words["None"]),
        new Fact(words["Opened"], words.When(ticket.OpenedAt)),
        new Fact(words["Solved"], ticket.SolvedAt is { } solved ? words.When(solved) : words["NotYet"]));
}
