using Microsoft.AspNetCore.Antiforgery;

namespace ServiceDesk.Web.Hosting;

/// <summary>Refuses a form without our token before it reaches any page or endpoint, so that none can forget to ask.</summary>
public static class FormChecks
{
    public static void UseFormChecks(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use((context, next) =>
        {
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }
}
