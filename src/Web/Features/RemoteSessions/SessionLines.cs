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

    public IReadOnlyList<Guid> Up => [.. _lines.Keys];

    public bool IsOwner(Guid session, Guid consultant) => _lines.TryGetValue(session, out Line? line) && line.Consultant == consultant;

    public IReadOnlyList<Guid> OfConsultant(Guid consultant) => [.. _lines.Where(line => line.Value.Consultant == consultant).Select(line => line.Key)];

    /// <summary>The relay reports that the agent's picture line is up.</summary>
    public void AgentCame(Guid session)
    {
        if (_lines.TryGetValue(session, out Line? line)) line.AgentHasCome = true;
    }

    /// <summary>True from the moment the agent's picture line was up for the first time.</summary>
    public bool AgentHasCome(Guid session) => _lines.TryGetValue(session, out Line? line) && line.AgentHasCome;

    /// <summary>True while agent and viewer are both on the relay, whatever the agent's hub line does.</summary>
    public bool BothAreOnRelay(Guid session) => rooms.IsThere(session, RelaySide.Agent) && rooms.IsThere(session, RelaySide.Viewer);

    /// <summary>Bytes of content that the relay has carried so far.</summary>
    public long BytesCarried(Guid session) => rooms.BytesCarried(session);

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
        public bool AgentHasCome { get; set; }
    }
}
