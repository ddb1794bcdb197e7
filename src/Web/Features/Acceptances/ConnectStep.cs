using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.Acceptances.Pages;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>④ The customer starts the agent, and sees how far it is.</summary>
internal sealed class ConnectStep(CustomerRequest request, AgentFiles files, OpenChannels channels, DeskAddress address)
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
}
