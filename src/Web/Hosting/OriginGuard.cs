using Microsoft.Extensions.Options;

namespace ServiceDesk.Web.Hosting;

/// <summary>
/// Refuses sockets and hub calls that another site's page opens with our visitor's cookie. Browsers always name the origin there;
/// programs (the agent) name none and carry no cookie.
/// </summary>
public sealed class OriginGuard(RequestDelegate next, IOptions<DeskOptions> options)
{
    private static readonly PathString[] Guarded = ["/_blazor", "/hubs", "/relay"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context) || IsOwnOrigin(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsGuarded(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest || Guarded.Any(path => context.Request.Path.StartsWithSegments(path));

    private bool IsOwnOrigin(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        return origin is null or ""
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, options.Value.PublicOrigin?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }
}
