using Microsoft.AspNetCore.SignalR;
using ServiceDesk.Domain;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Where the customer's agent joins, and says what the customer decided. Anonymous: the channel is an address, and what lets an
/// agent in is the accepted session behind it. One connection joins one session.
/// </summary>
public sealed class AgentHub(AgentDoor door, RecordGrants recordGrants, RecordAgentEnd recordEnd, SessionLines lines, IHostApplicationLifetime server) : Hub<IAgentClient>, IAgentHub
{
    /// <summary>More decisions than a customer can make in two hours; who sends more is no agent of ours.</summary>
    private const int MostReports = 400;

    private static readonly object SessionItem = new();
    private static readonly object ReportsItem = new();

    private Guid? Session => Context.Items.TryGetValue(SessionItem, out object? id) ? (Guid?)id : null;

    public async Task<JoinAnswer> Join(JoinOffer offer)
    {
        if (Session is not null) throw new HubException("This connection has joined already.");
        JoinAnswer answer = await door.AdmitAsync(offer, Context.GetHttpContext()?.Connection.RemoteIpAddress, Context.ConnectionId, Context.ConnectionAborted);
        if (answer.Session is { } joined) Context.Items[SessionItem] = joined.SessionId;
        return answer;
    }

    public async Task ReportGrants(Grants granted, Grants declined)
    {
        if (Session is not { } session) throw new HubException("Join first.");
        int reports = Context.Items.TryGetValue(ReportsItem, out object? counted) ? (int)counted! + 1 : 1;
        Context.Items[ReportsItem] = reports;
        if (reports <= MostReports && await IsAcceptedAsync(session, granted, declined)) return;
        await recordEnd.ExecuteAsync(session, SessionEndReason.ProtocolError);
        Context.Abort();
    }

    public async Task ReportEnd(SessionEndReason reason)
    {
        if (Session is not { } session) throw new HubException("Join first.");
        if (reason == SessionEndReason.None) throw new HubException("An end needs a reason.");
        Context.Items.Remove(SessionItem);
        await recordEnd.ExecuteAsync(session, reason);
    }

    /// <summary>A hub line that breaks is the end unless agent and viewer still see each other, or the server stops.</summary>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Session is { } session && !lines.BothAreOnRelay(session) && !server.ApplicationStopping.IsCancellationRequested)
            await recordEnd.ExecuteAsync(session, SessionEndReason.LineLost);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<bool> IsAcceptedAsync(Guid session, Grants granted, Grants declined)
    {
        try
        {
            await recordGrants.ExecuteAsync(session, granted, declined);
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }
}
