using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.Acceptances.Pages;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>④ The customer starts the agent, sees how far it is, may stop at any time, and keeps a receipt.</summary>
internal sealed class ConnectStep(CustomerRequest request, AgentFiles files, OpenChannels channels, StopSession stop, VisitQueries queries, DeskAddress address)
{
    public async Task<IResult> ShowAsync() => await request.VisitAsync() switch
    {
        null => CustomerRequest.Go("/help?first"),
        { State: < SessionState.Accepted } => CustomerRequest.Go("/help/read"),
        { } visit => CustomerRequest.Page<StatusPage>(new
        {
            Visit = visit,
            Own = VisitorSystem.FileFor(request.Context.Request, files.List()),
            Channel = channels.Of(visit.Id)?.ToString(),
            Origin = address.Origin,
        }),
    };

    /// <summary>For the page's script: it asks for the words only when the stamp has changed.</summary>
    public async Task<IResult> StampAsync() =>
        await request.VisitAsync() is { } visit ? Results.Json(new { visit.Stamp, Over = visit.IsOver }) : Results.NotFound();

    public async Task<IResult> AskToStopAsync()
    {
        switch (await request.VisitAsync())
        {
            case null: return CustomerRequest.Go("/help");
            case { IsOver: true }: return CustomerRequest.Go("/help/status");
        }

        (string name, string value) = request.Seal();
        return CustomerRequest.Page<StopPage>(new { SealName = name, SealValue = value });
    }

    public async Task<IResult> StopAsync()
    {
        if (await request.VisitAsync() is not { } visit) return CustomerRequest.Go("/help");
        await stop.ExecuteAsync(visit.Id, request.Context.RequestAborted);
        return CustomerRequest.Go("/help/status");
    }

    public async Task<IResult> ReceiptAsync() => await request.VisitAsync() switch
    {
        { IsAccepted: true } visit => CustomerRequest.Page<ReceiptPage>(new { Visit = visit, Texts = await queries.AcceptedAsync(visit.Id, request.Context.RequestAborted) }),
        null => CustomerRequest.Go("/help?first"),
        _ => CustomerRequest.Go("/help/status"),
    };
}
