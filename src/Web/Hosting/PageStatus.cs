using Microsoft.AspNetCore.Diagnostics;

namespace ServiceDesk.Web.Hosting;

/// <summary>For pages that say themselves what is wrong.</summary>
public static class PageStatus
{
    /// <summary>Answers with this status and the page's own text, where otherwise the general page would take its place.</summary>
    public static void AnswerWith(this HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
    }

    /// <summary>Path and query that the visitor asked for, also on a page that took the place of another.</summary>
    public static string AskedFor(this HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is { } original
        ? original.OriginalPath + original.OriginalQueryString
        : context.Request.Path + context.Request.QueryString;
}
