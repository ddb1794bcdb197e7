using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The customer ends the session from the page, in whatever state it is.</summary>
public sealed class StopSession(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <summary>Before anything was seen it counts as declined.</summary>
    /// <returns>False when it was over already.</returns>
    public async Task<bool> ExecuteAsync(Guid session, CancellationToken cancellation = default)
    {
        await lines.CutAsync(session, SessionEnd.CustomerEnded);
        bool ended = await change.ExecuteAsync(session, s => s.Finish(ReasonIn(s.State), time.GetUtcNow().UtcDateTime), cancellation);
        if (ended) await lines.CutAsync(session, SessionEnd.CustomerEnded); // an agent that joined in between
        return ended;
    }

    private static SessionEnd ReasonIn(SessionState state) => state == SessionState.Active ? SessionEnd.CustomerEnded : SessionEnd.CustomerDeclined;
}
