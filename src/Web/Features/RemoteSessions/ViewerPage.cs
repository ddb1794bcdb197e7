using System.Globalization;
using System.Text.Encodings.Web;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The consultant's page with the customer's screen: outside the circuit, its own strict policy, one relay token each time it is opened.</summary>
internal static class ViewerPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' "
        + ContentPolicyAttribute.OwnSockets + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapViewer(this WebApplication app) =>
        app.MapGet("/viewer/{session:guid}", ShowAsync).RequireAuthorization(Policies.Consultant).WithMetadata(new ContentPolicyAttribute(Policy));

    private static async Task<IResult> ShowAsync(Guid session, HttpContext context, SessionQueries queries, RelayTokens tokens, RelayLog log)
    {
        if (await queries.ForViewerAsync(session, context.User.DeskUserId, context.RequestAborted) is not { } row)
        {
            log.ViewerRefused();
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        string token = tokens.Issue(session, RelaySide.Viewer, RelayTokens.DefaultLife);
        return Results.Text(Html(row, new TicketNumber(row.TicketId), token), "text/html");
    }

    private static string Html(ViewerRow row, TicketNumber ticket, string token)
    {
        string locale = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        string customer = HtmlEncoder.Default.Encode(row.Customer);
        return $"""
            <!DOCTYPE html>
            <html lang="{locale}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{ticket} · {customer} – ServiceDesk</title>
              <link rel="icon" type="image/svg+xml" href="/icon.svg">
              <link rel="stylesheet" href="/viewer/viewer.css">
              <script type="module" src="/viewer/viewer.js"></script>
            </head>
            <body>
              <main id="viewer" data-relay="/relay/{row.Id}" data-token="{token}" data-customer="{customer}" data-ticket="{ticket}" data-locale="{locale}"></main>
            </body>
            </html>
            """;
    }
}
