using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Notes which sessions still run, so that a crash knows when each was last seen; and closes records whose line is gone.</summary>
public sealed class BeatSessions(IDbContextFactory<ServiceDeskDb> database, ChangeSession change, SessionLines lines, TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    public async Task ExecuteAsync(CancellationToken cancellation = default)
    {
        foreach (Guid id in await RunningAsync(cancellation))
            await change.ExecuteAsync(id, session => Beat(session, time.GetUtcNow().UtcDateTime), cancellation);
    }

    private bool Beat(RemoteSession session, DateTime now)
    {
        if (lines.IsUp(session.Id))
            session.StillRuns(session.BytesCarried, now);
        else if (session.LastSeenAt <= now - Forgotten)
            session.Finish(SessionEnd.Aborted, now); // its end was seen but could not be saved, say because the database was away
        return true;
    }

    private async Task<List<Guid>> RunningAsync(CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions
            .Where(s => s.State == SessionState.AgentJoined || s.State == SessionState.Active).Select(s => s.Id).ToListAsync(cancellation);
    }
}
