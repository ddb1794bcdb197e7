using System.Collections.Concurrent;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// The digits of the channels that wait, in memory only, so that the ticket page can show them again after a reload.
/// The database knows their HMAC and nothing else; a restart forgets them, and aborts their sessions.
/// </summary>
public sealed class OpenChannels
{
    private readonly ConcurrentDictionary<Guid, Channel> _channels = new();

    public void Remember(Guid session, Channel channel) => _channels[session] = channel;

    /// <summary>Null when the channel is used up, the session over, or the server was restarted in between.</summary>
    public Channel? Of(Guid session) => _channels.TryGetValue(session, out Channel channel) ? channel : null;

    public void Forget(Guid session) => _channels.TryRemove(session, out _);
}
