using Microsoft.AspNetCore.SignalR;
using ServiceDesk.Domain;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Where the customer's agent joins, and says what the customer decided. Anonymous: the channel is an address, and what lets an
/// agent in is the accepted session behind it. One connection joins one session.
/// </summary>
public sealed class AgentHub(AgentDoor door, ReturnAgent returnAgent, RecordGrants recordGrants, RecordNews recordNews, RecordAgentEnd recordEnd, SessionLines lines, IHostApplicationLifetime server) : Hub<IAgentClient>, IAgentHub
{
    /// <summary>More decisions and news than there can be in two hours; who sends more is no agent of ours.</summary>
    private const int MostReports = 400;

    private static readonly object SessionItem = new();
    private static readonly object ReportsItem = new();

    /// <summary>Null before a join or a return, after a reported end, and once another connection stands for the session.</summary>
    private Guid? Session => Context.Items.TryGetValue(SessionItem, out object? id) && lines.StandsFor((Guid)id!, Context.ConnectionId) ? (Guid?)id : null;

    private System.Net.IPAddress? Address => Context.GetHttpContext()?.Connection.RemoteIpAddress;

    private AgentConnection Connection
    {
        get
        {
            HubCallerContext context = Context; // the hub itself lives for one call only
            return new AgentConnection(context.ConnectionId, context.Abort);
        }
    }

    public async Task<JoinAnswer> Join(JoinOffer offer)
    {
        if (Session is not null) throw new HubException("This connection has joined already.");
        JoinAnswer answer = await door.AdmitAsync(offer, Address, Connection, Context.ConnectionAborted);
        if (answer.Session is { } joined) Context.Items[SessionItem] = joined.SessionId;
        return answer;
    }

    public async Task<ReturnedLine?> Return(ReturnOffer offer)
    {
        if (Session is { } other && other != offer.SessionId) throw new HubException("This connection has joined already.");
        ReturnedLine? line = await returnAgent.ExecuteAsync(offer, Address, Connection, Context.ConnectionAborted);
        if (line is not null) Context.Items[SessionItem] = offer.SessionId;
        return line;
    }

    public Task ReportGrants(Grants granted, Grants declined) => RecordAsync(session => recordGrants.ExecuteAsync(session, granted, declined));

    public Task ReportNews(SessionNews news) => RecordAsync(session => recordNews.ExecuteAsync(session, news));

    public async Task ReportEnd(SessionEndReason reason)
    {
        if (Session is not { } session) throw new HubException("Join first.");
        if (reason == SessionEndReason.None) throw new HubException("An end needs a reason.");
        Context.Items.Remove(SessionItem);
        await recordEnd.ExecuteAsync(session, reason);
    }

    /// <summary>
    /// A hub line that breaks is the end unless agent and viewer still see each other, the agent may come back, or the server stops.
    /// </summary>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Session is { } session && IsTheEndOf(session) && !server.ApplicationStopping.IsCancellationRequested)
            await recordEnd.ExecuteAsync(session, SessionEndReason.LineLost);
        await base.OnDisconnectedAsync(exception);
    }

    /// <summary>One that is cut already has its end.</summary>
    private bool IsTheEndOf(Guid session) => lines.IsUp(session) && !lines.IsVerified(session) && !lines.BothAreOnRelay(session);

    private async Task RecordAsync(Func<Guid, Task> record)
    {
        if (Session is not { } session) throw new HubException("Join first.");
        int reports = Context.Items.TryGetValue(ReportsItem, out object? counted) ? (int)counted! + 1 : 1;
        Context.Items[ReportsItem] = reports;
        if (reports <= MostReports && await IsAcceptedAsync(() => record(session))) return;
        await recordEnd.ExecuteAsync(session, SessionEndReason.ProtocolError);
        Context.Abort();
    }

    private static async Task<bool> IsAcceptedAsync(Func<Task> record)
    {
        try
        {
            await record();
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }
}
