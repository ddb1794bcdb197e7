using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// The sessions whose agent is connected to this server, and the one way to cut them. In memory only, so that ending a
/// session works even while the database does not answer.
/// </summary>
public sealed class SessionLines(RelayRooms rooms, RelayTokens tokens, ReturnTokens returns, IHubContext<AgentHub, IAgentClient> agents)
{
    private readonly ConcurrentDictionary<Guid, Line> _lines = new();

    public bool IsUp(Guid session) => _lines.ContainsKey(session);

    public void Connect(Guid session, Guid consultant, AgentConnection connection) => _lines[session] = new Line(consultant, connection);

    public IReadOnlyList<Guid> Up => [.. _lines.Keys];

    public bool IsOwner(Guid session, Guid consultant) => _lines.TryGetValue(session, out Line? line) && line.Consultant == consultant;

    public IReadOnlyList<Guid> OfConsultant(Guid consultant) => [.. _lines.Where(line => line.Value.Consultant == consultant).Select(line => line.Key)];

    /// <summary>False when another connection has taken the session over.</summary>
    public bool StandsFor(Guid session, string connection) => !_lines.TryGetValue(session, out Line? line) || line.Connection.Id == connection;

    /// <summary>The agent came back: this connection stands for it, and the one before is dropped.</summary>
    /// <returns>False when the session has been cut.</returns>
    public bool Return(Guid session, AgentConnection connection)
    {
        if (!_lines.TryGetValue(session, out Line? line)) return false;
        AgentConnection before = line.TakeOver(connection);
        if (before.Id != connection.Id) before.Abort();
        return true;
    }

    /// <summary>The customer typed the number. What was issued for the relay and not used is worthless: both ends are there, and a side that is there may now be replaced.</summary>
    public void Verified(Guid session)
    {
        tokens.Revoke(session);
        if (_lines.TryGetValue(session, out Line? line)) line.IsVerified = true;
    }

    /// <summary>Whether the session is verified, and so may lose its line and come back.</summary>
    public bool IsVerified(Guid session) => _lines.TryGetValue(session, out Line? line) && line.IsVerified;

    /// <summary>The relay reports that the agent's picture line is up.</summary>
    public void AgentCame(Guid session)
    {
        if (_lines.TryGetValue(session, out Line? line)) line.AgentHasCome = true;
    }

    /// <summary>True from the moment the agent's picture line was up for the first time.</summary>
    public bool AgentHasCome(Guid session) => _lines.TryGetValue(session, out Line? line) && line.AgentHasCome;

    /// <summary>True while agent and viewer are both on the relay, whatever the agent's hub line does.</summary>
    public bool BothAreOnRelay(Guid session) => rooms.IsThere(session, RelaySide.Agent) && rooms.IsThere(session, RelaySide.Viewer);

    /// <summary>Tells the agent that both ends are on the relay.</summary>
    public Task SayViewerIsReadyAsync(Guid session) =>
        _lines.TryGetValue(session, out Line? line) ? agents.Clients.Client(line.Connection.Id).ViewerReady() : Task.CompletedTask;

    /// <summary>A room of this session is over; another may follow.</summary>
    public void RoomIsOver(Guid session, RelayOutcome outcome)
    {
        if (!_lines.TryGetValue(session, out Line? line)) return;
        line.CarriedBefore += outcome.BytesFromAgent + outcome.BytesFromViewer;
        line.LostFirst = outcome.Reason == RelayCloseReason.ViewerLost ? SessionEnd.ViewerLost : SessionEnd.AgentLost;
    }

    /// <summary>What the rooms that are over have carried.</summary>
    public long CarriedBefore(Guid session) => _lines.TryGetValue(session, out Line? line) ? line.CarriedBefore : 0;

    /// <summary>Bytes of content that the relay has carried so far, over all lines.</summary>
    public long BytesCarried(Guid session) =>
        CarriedBefore(session) + (rooms.IsThere(session, RelaySide.Agent) || rooms.IsThere(session, RelaySide.Viewer) ? rooms.BytesCarried(session) : 0);

    /// <summary>Whose absence it is, where not both are on the relay: who is not there; of two, who went first.</summary>
    public SessionEnd WhoIsMissing(Guid session)
    {
        bool isAgentThere = rooms.IsThere(session, RelaySide.Agent);
        if (isAgentThere != rooms.IsThere(session, RelaySide.Viewer)) return isAgentThere ? SessionEnd.ViewerLost : SessionEnd.AgentLost;
        return !isAgentThere && _lines.TryGetValue(session, out Line? line) ? line.LostFirst : SessionEnd.AgentLost;
    }

    /// <summary>Tells the agent why, closes both sockets, and makes their tokens useless. Cutting twice does nothing more.</summary>
    public async Task CutAsync(Guid session, SessionEnd end)
    {
        tokens.Revoke(session);
        returns.Forget(session);
        if (_lines.TryRemove(session, out Line? line))
            await agents.Clients.Client(line.Connection.Id).Ended(end.ToSent());
        rooms.Close(session, end.ToCloseCode());
    }

    /// <summary>The server stops.</summary>
    public Task CutAllAsync(SessionEnd end) => Task.WhenAll(_lines.Keys.Select(session => CutAsync(session, end)));

    private sealed class Line(Guid consultant, AgentConnection connection)
    {
        private AgentConnection _connection = connection;

        public Guid Consultant => consultant;

        public AgentConnection Connection => _connection;

        public bool AgentHasCome { get; set; }

        public bool IsVerified { get; set; }

        public long CarriedBefore { get; set; }

        public SessionEnd LostFirst { get; set; } = SessionEnd.AgentLost;

        public AgentConnection TakeOver(AgentConnection by) => Interlocked.Exchange(ref _connection, by);
    }
}
