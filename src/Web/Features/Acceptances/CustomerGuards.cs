using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using ServiceDesk.Web.Features.Acceptances.Pages;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>What stands before the customer pages: nothing is cached, forms must be ours, damaged texts close the way.</summary>
internal static class CustomerGuards
{
    /// <summary>Said last of all: a form's token sets a header of its own, and warns in the log where it finds another.</summary>
    public static ValueTask<object?> NeverCached(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        HttpResponse response = call.HttpContext.Response;
        response.OnStarting(() =>
        {
            response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(call);
    }

    public static async ValueTask<object?> OwnForms(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        HttpContext context = call.HttpContext;
        var forms = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (!HttpMethods.IsPost(context.Request.Method) || (context.Request.HasFormContentType && await forms.IsRequestValidAsync(context))) return await next(call);
        IStringLocalizer<AcceptancesTexts> texts = Texts(context);
        return CustomerRequest.Page<MessagePage>(
            new { Title = texts["ExpiredFormTitle"].Value, Text = texts["ExpiredFormText"].Value, CanStart = true }, StatusCodes.Status400BadRequest);
    }

    public static async ValueTask<object?> IntactTexts(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        HttpContext context = call.HttpContext;
        if (await context.RequestServices.GetRequiredService<PolicyQueries>().AreIntactAsync(context.RequestAborted)) return await next(call);
        IStringLocalizer<AcceptancesTexts> texts = Texts(context);
        return CustomerRequest.Page<MessagePage>(
            new { Title = texts["RefusedTitle"].Value, Text = texts["RefusedText"].Value }, StatusCodes.Status503ServiceUnavailable);
    }

    private static IStringLocalizer<AcceptancesTexts> Texts(HttpContext context) => context.RequestServices.GetRequiredService<IStringLocalizer<AcceptancesTexts>>();
}
