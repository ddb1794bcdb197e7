using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// The consultant's page with the customer's screen: outside the circuit, its own strict policy, a relay token each time it is opened. The keys of a
/// verified session live in the page that verified it: opened once more it gets no token, only a lost line of that same page gets a new one.
/// </summary>
internal static class ViewerPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' "
        + ContentPolicyAttribute.OwnSockets + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapViewer(this WebApplication app)
    {
        RouteGroupBuilder viewer = app.MapGroup("/viewer/{session:guid}").RequireAuthorization(Policies.Consultant);
        viewer.MapGet("", ShowAsync).WithMetadata(new ContentPolicyAttribute(Policy));
        viewer.MapPost("line", RenewAsync);
        viewer.MapPost("end", EndAsync);
    }

    private static async Task<IResult> ShowAsync(
        Guid session, HttpContext context, SessionQueries queries, RelayTokens tokens, DeskAddress address, RelayLog log)
    {
        if (await queries.ForViewerAsync(session, context.User.DeskUserId, context.RequestAborted) is not { } row)
        {
            log.ViewerRefused();
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        string token = row.IsVerified ? "" : tokens.Issue(session, RelaySide.Viewer, RelayTokens.DefaultLife);
        return Results.Text(Html(row, new TicketNumber(row.TicketId), token, address.Origin), "text/html");
    }

    /// <summary>A token for a lost line. 404 for whoever has no verified session of this name, whatever the reason.</summary>
    private static async Task<IResult> RenewAsync(Guid session, HttpContext context, SessionQueries queries, RelayTokens tokens, RelayLog log)
    {
        if (!await queries.MayReturnAsync(session, context.User.DeskUserId, context.RequestAborted))
        {
            log.ViewerRefused();
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { token = tokens.Issue(session, RelaySide.Viewer, RelayTokens.DefaultLife) });
    }

    /// <summary>The consultant ends it while the page has no line on which to say so. 404 for whoever has no open session of this name.</summary>
    private static async Task<IResult> EndAsync(Guid session, HttpContext context, EndSession end, RelayLog log)
    {
        if (await end.ExecuteAsync(session, context.User.DeskUserId, CancellationToken.None)) return Results.NoContent();
        log.ViewerRefused();
        return Results.NotFound();
    }

    private static string Html(ViewerRow row, TicketNumber ticket, string token, string origin)
    {
        string locale = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        HtmlEncoder text = HtmlEncoder.Default;
        string customer = text.Encode(row.Customer);
        string texts = text.Encode(JsonSerializer.Serialize(row.Texts, JsonSerializerOptions.Web));
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
              <main id="viewer" data-relay="/relay/{row.Id}" data-token="{token}" data-session="{row.Id}" data-origin="{text.Encode(origin)}"
                data-channel="{row.Channel}" data-consultant="{text.Encode(row.Consultant)}" data-texts="{texts}"
                data-customer="{customer}" data-ticket="{ticket}" data-locale="{locale}"></main>
            </body>
            </html>
            """;
    }
}
