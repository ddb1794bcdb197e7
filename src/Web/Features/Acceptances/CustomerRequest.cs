using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>What every customer page needs of its request: whose visit it is, words, the form's seal, and how to answer.</summary>
internal sealed class CustomerRequest(
    IHttpContextAccessor accessor, CustomerVisit visits, VisitQueries queries, IAntiforgery forms, IStringLocalizer<AcceptancesTexts> texts)
{
    public HttpContext Context { get; } = accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public IStringLocalizer<AcceptancesTexts> Texts => texts;

    /// <summary>The session this browser is bound to, freshly read; its half hour starts again. Null: begin with the channel.</summary>
    public async Task<Visit?> VisitAsync()
    {
        if (visits.SessionOf(Context) is not { } id || await queries.FindAsync(id, Context.RequestAborted) is not { } visit) return null;
        visits.Bind(Context, id);
        return visit;
    }

    public void Bind(Guid session) => visits.Bind(Context, session);

    /// <summary>Field name and value that prove a form to be ours.</summary>
    public (string Name, string Value) Seal()
    {
        AntiforgeryTokenSet tokens = forms.GetAndStoreTokens(Context);
        return (tokens.FormFieldName, tokens.RequestToken!);
    }

    public static RazorComponentResult<TPage> Page<TPage>(object parameters, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>See other: after a form, so that a reload does not send it again.</summary>
    public static IResult Go(string path) => new SeeOther(path);

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
