using System.Collections.Concurrent;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// The digits of open sessions' channels, in memory only: the ticket page shows them again after a reload, and the viewer needs them for
/// what it has in common with the agent. The database knows their HMAC and nothing else; a restart forgets them, and aborts their sessions.
/// </summary>
public sealed class OpenChannels
{
    private readonly ConcurrentDictionary<Guid, Channel> _channels = new();

    public void Remember(Guid session, Channel channel) => _channels[session] = channel;

    /// <summary>Null when the session is over, or the server was restarted in between. A channel that is used up is still here.</summary>
    public Channel? Of(Guid session) => _channels.TryGetValue(session, out Channel channel) ? channel : null;

    public void Forget(Guid session) => _channels.TryRemove(session, out _);
}
