namespace ServiceDesk.Web.Hosting;

/// <summary>Headers of every answer, also of errors and redirects: set when the answer starts, so that nothing clears them on the way.</summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            Write((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        string policy = context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicyAttribute>()?.Policy ?? ContentPolicyAttribute.Desk;
        headers.ContentSecurityPolicy = policy.Replace(ContentPolicyAttribute.OwnSockets, OwnSockets(context.Request.Host));
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Older browsers do not count a WebSocket to the same host as 'self'. The Host header is the client's word, so only a plain one is echoed.</summary>
    private static string OwnSockets(HostString host)
    {
        bool plain = host.HasValue && host.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']');
        return plain ? $"ws://{host.Value} wss://{host.Value}" : "";
    }
}
