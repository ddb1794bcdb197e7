using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace ServiceDesk.Web.Hosting;

/// <summary>Readable pages for errors, for people only: programs get the bare status.</summary>
public static class ProblemPages
{
    private static readonly PathString[] Programs = ["/api", "/hubs", "/relay", "/health", "/_blazor"];

    public static void UseProblemPages(this WebApplication app)
    {
        app.UseExceptionHandler("/problem/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (IsProblem(context))
                MakePlainRead(context);
            else if (Programs.Any(path => context.Request.Path.StartsWithSegments(path)) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
    }

    /// <summary>The page about a refused form is no form itself.</summary>
    private static void MakePlainRead(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
    }

    private static bool IsProblem(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
