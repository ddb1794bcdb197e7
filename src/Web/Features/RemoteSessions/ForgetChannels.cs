using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>A day after the end, deletes what is left of the channel: its hash.</summary>
public sealed class ForgetChannels(IDbContextFactory<ServiceDeskDb> database, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <returns>How many it forgot.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation = default)
    {
        DateTime before = time.GetUtcNow().UtcDateTime - Kept;
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        List<RemoteSession> old = await db.RemoteSessions
            .Where(s => s.State == SessionState.Ended && s.ChannelHash != null && s.EndedAt <= before).ToListAsync(cancellation);
        old.ForEach(session => session.ForgetChannel());
        await db.SaveChangesAsync(cancellation);
        return old.Count;
    }
}
