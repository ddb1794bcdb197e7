using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The consultant ends a session of theirs from the ticket page.</summary>
public sealed class EndSession(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <returns>False when it was over already, or is not theirs.</returns>
    public async Task<bool> ExecuteAsync(Guid session, Guid consultant, CancellationToken cancellation = default)
    {
        // First the line, then the record: a customer's screen must not stay open because a disk is full.
        if (lines.IsOwner(session, consultant)) await lines.CutAsync(session, SessionEnd.ConsultantEnded);
        bool ended = await change.ExecuteAsync(session, s => s.ConsultantId == consultant && s.Finish(SessionEnd.ConsultantEnded, time.GetUtcNow().UtcDateTime), cancellation);
        if (ended) await lines.CutAsync(session, SessionEnd.ConsultantEnded); // an agent that joined in between
        return ended;
    }
}
