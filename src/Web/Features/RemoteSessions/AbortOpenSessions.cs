using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>At start: whatever was open when the server went down is over since it was last seen. Nothing is ever resumed.</summary>
public sealed class AbortOpenSessions(IDbContextFactory<ServiceDeskDb> database, TimeProvider time)
{
    /// <returns>How many there were.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        List<RemoteSession> open = await db.RemoteSessions.Include(s => s.GrantChanges).Where(s => s.State != SessionState.Ended).ToListAsync(cancellation);
        foreach (RemoteSession session in open) session.Finish(SessionEnd.Aborted, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
        return open.Count;
    }
}
