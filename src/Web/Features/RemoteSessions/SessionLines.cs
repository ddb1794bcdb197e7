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
public sealed class SessionLines(RelayRooms rooms, RelayTokens tokens, IHubContext<AgentHub, IAgentClient> agents)
{
    private readonly ConcurrentDictionary<Guid, Line> _lines = new();

    public bool IsUp(Guid session) => _lines.ContainsKey(session);

    public void Connect(Guid session, Guid consultant, string connection) => _lines[session] = new Line(consultant, connection);

    public void Disconnect(Guid session) => _lines.TryRemove(session, out _);

    public bool IsOwner(Guid session, Guid consultant) => _lines.TryGetValue(session, out Line? line) && line.Consultant == consultant;

    /// <summary>The relay reports that one end has come or gone.</summary>
    public void OnRelay(Guid session, bool agentIsThere)
    {
        if (_lines.TryGetValue(session, out Line? line)) line.AgentOnRelay = agentIsThere;
    }

    /// <summary>True while the agent's picture line is up, whatever its hub line does.</summary>
    public bool AgentIsOnRelay(Guid session) => _lines.TryGetValue(session, out Line? line) && line.AgentOnRelay;

    /// <summary>Tells the agent why, closes both sockets, and makes their tokens useless. Cutting twice does nothing more.</summary>
    public async Task CutAsync(Guid session, SessionEnd end)
    {
        tokens.Revoke(session);
        if (_lines.TryRemove(session, out Line? line))
            await agents.Clients.Client(line.Connection).Ended(end.ToSent());
        rooms.Close(session, end is SessionEnd.AgentLost or SessionEnd.ViewerLost ? RelayCloseCode.LineLost : RelayCloseCode.Ended);
    }

    /// <summary>The server stops.</summary>
    public Task CutAllAsync(SessionEnd end) => Task.WhenAll(_lines.Keys.Select(session => CutAsync(session, end)));

    private sealed record Line(Guid Consultant, string Connection)
    {
        public bool AgentOnRelay { get; set; }
    }
}
