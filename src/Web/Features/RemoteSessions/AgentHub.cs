using Microsoft.AspNetCore.SignalR;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.Acceptances;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Where the customer's agent joins, and says what the customer decided. Anonymous: the channel is an address, and what lets an
/// agent in is the accepted session behind it. One connection joins one session.
/// </summary>
public sealed class AgentHub(
    JoinAgent join, RecordGrants recordGrants, RecordAgentEnd recordEnd, SessionLines lines, FailedTries tries, RelayLog log) : Hub<IAgentClient>, IAgentHub
{
    private static readonly object SessionItem = new();

    private Guid? Session => Context.Items.TryGetValue(SessionItem, out object? id) ? (Guid?)id : null;

    public async Task<JoinAnswer> Join(JoinOffer offer)
    {
        if (Session is not null) throw new HubException("This connection has joined already.");
        System.Net.IPAddress? address = Context.GetHttpContext()?.Connection.RemoteIpAddress;
        if (tries.WaitOf(address) is not null) return JoinAnswer.Refused(JoinRefusal.TooManyTries);

        JoinResult result = await join.ExecuteAsync(offer, Context.ConnectionAborted);
        if (result.Burned is { } burned) await lines.CutAsync(burned, SessionEnd.ProtocolError);
        if (result.Answer.Session is { } joined)
        {
            lines.Connect(joined.SessionId, result.Consultant!.Value, Context.ConnectionId);
            Context.Items[SessionItem] = joined.SessionId;
            log.AgentJoined(joined.SessionId);
        }
        else
        {
            if (result.Answer.Refusal == JoinRefusal.UnknownChannel) tries.Failed(address);
            log.AgentRefused(result.Answer.Refusal!.Value);
        }

        return result.Answer;
    }

    public async Task ReportGrants(Grants granted, Grants declined)
    {
        if (Session is not { } session) throw new HubException("Join first.");
        await recordGrants.ExecuteAsync(session, granted, declined);
    }

    public async Task ReportEnd(SessionEndReason reason)
    {
        if (Session is not { } session) throw new HubException("Join first.");
        if (reason == SessionEndReason.None) throw new HubException("An end needs a reason.");
        Context.Items.Remove(SessionItem);
        await recordEnd.ExecuteAsync(session, reason);
    }

    /// <summary>A hub line that breaks is the end only when the picture line is gone as well.</summary>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Session is { } session && !lines.AgentIsOnRelay(session))
            await recordEnd.ExecuteAsync(session, SessionEndReason.LineLost);
        await base.OnDisconnectedAsync(exception);
    }
}
