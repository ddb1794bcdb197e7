using System.Security.Claims;
using Microsoft.Extensions.Options;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>Documents of the desk.</summary>
public static class ReportsFeature
{
    public static void AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TicketPdf>();
        builder.Services.AddSingleton<TicketPrintQuery>();
    }

    public static void MapReports(this WebApplication app) =>
        app.MapGet("/tickets/{number}/report.pdf", PrintTicketAsync).RequireAuthorization(Policies.Consultant);

    private static async Task<IResult> PrintTicketAsync(
        string number, ClaimsPrincipal person, TicketPrintQuery query, TicketPdf pdf, IOptions<DeskOptions> options, TimeProvider time, HttpContext context)
    {
        TicketPrint? ticket = TicketNumber.TryParse(number, out TicketNumber asked) ? await query.FindAsync(asked, person.DeskUserId, context.RequestAborted) : null;
        if (ticket is null) return Results.NotFound();
        var order = new PrintOrder(options.Value.Institution, person.DisplayName, time.GetUtcNow().UtcDateTime, options.Value.Zone);
        // Skia writes synchronously, which the response does not allow; a document of 5,000 entries is under 2 MB.
        var file = new MemoryStream();
        pdf.Write(file, ticket, order, context.RequestAborted);
        file.Position = 0;
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file, "application/pdf", $"{ticket.Number}.pdf");
    }
}
