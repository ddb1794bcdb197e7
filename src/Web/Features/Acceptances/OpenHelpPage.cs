using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The customer typed a channel into the page.</summary>
public sealed class OpenHelpPage(FindByChannel find, ChangeSession change, TimeProvider time)
{
    /// <returns>Null when it is unknown, used or out of time: which of them, nobody outside is told.</returns>
    public async Task<OpenedPage?> ExecuteAsync(Channel channel, CancellationToken cancellation = default)
    {
        if (await find.ExecuteAsync(channel, cancellation) is not { } id) return null;
        try
        {
            return await change.ExecuteAsync(id, Open, cancellation);
        }
        catch (RuleBrokenException)
        {
            return null;
        }
    }

    private OpenedPage Open(RemoteSession session)
    {
        bool first = session.State == SessionState.Waiting;
        session.OpenPage(time.GetUtcNow().UtcDateTime);
        return new OpenedPage(session.Id, first);
    }
}

/// <param name="Session">The session behind the channel.</param>
/// <param name="First">Whether nobody had typed it before.</param>
public sealed record OpenedPage(Guid Session, bool First);
