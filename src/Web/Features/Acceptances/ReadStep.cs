using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.Acceptances.Pages;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>② The customer reads the three texts and ticks each of them.</summary>
internal sealed class ReadStep(CustomerRequest request, AcceptPolicies accept, PolicyQueries policies, IDataProtectionProvider protection, TimeProvider time)
{
    public async Task<IResult> ShowAsync() => await request.VisitAsync() switch
    {
        null => CustomerRequest.Go("/help?first"),
        { IsOver: true } or { State: >= SessionState.AgentJoined } => CustomerRequest.Go("/help/status"),
        { } visit => await ShowTextsAsync(visit.Id, null, [], StatusCodes.Status200OK),
    };

    public async Task<IResult> TakeAsync()
    {
        if (await request.VisitAsync() is not { } visit) return CustomerRequest.Go("/help?first");
        if (visit.IsOver) return CustomerRequest.Go("/help/status");
        IFormCollection form = await request.Context.Request.ReadFormAsync(request.Context.RequestAborted);
        ShownTexts? shown = ShownTexts.Open(protection, form["shown"]);
        if (shown?.Session != visit.Id) return await ShowTextsAsync(visit.Id, "ReadAgain", [], StatusCodes.Status400BadRequest);

        HashSet<PolicyKind> ticked = [.. Enum.GetValues<PolicyKind>().Where(kind => form["accept"].Contains(kind.ToString().ToLowerInvariant()))];
        try
        {
            await accept.ExecuteAsync(shown, ticked, request.Context.RequestAborted);
            return CustomerRequest.Go("/help/download");
        }
        catch (RuleBrokenException broken)
        {
            return await RefuseAsync(visit.Id, broken.Rule, ticked);
        }
    }

    private async Task<IResult> RefuseAsync(Guid session, string rule, HashSet<PolicyKind> ticked) => rule switch
    {
        "policy.unticked" => await ShowTextsAsync(session, "ReadUnticked", [.. Enum.GetValues<PolicyKind>().Where(kind => !ticked.Contains(kind))], StatusCodes.Status400BadRequest),
        "policy.text-changed" => await ShowTextsAsync(session, "ReadChanged", [], StatusCodes.Status409Conflict),
        _ => CustomerRequest.Go("/help?first"),
    };

    /// <summary>Always without a tick: what is ticked belongs to the very page on which it was ticked.</summary>
    private async Task<IResult> ShowTextsAsync(Guid session, string? trouble, IReadOnlyCollection<PolicyKind> missing, int status)
    {
        string locale = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        IReadOnlyList<PolicyDocument> documents = await policies.CurrentAsync(locale, request.Context.RequestAborted);
        (string name, string value) = request.Seal();
        return CustomerRequest.Page<ReadPage>(new
        {
            SealName = name,
            SealValue = value,
            Documents = documents,
            Shown = ShownTexts.Seal(protection, session, time.GetUtcNow().UtcDateTime, documents),
            Trouble = trouble is null ? null : request.Texts[trouble].Value,
            Missing = missing,
        }, status);
    }
}
