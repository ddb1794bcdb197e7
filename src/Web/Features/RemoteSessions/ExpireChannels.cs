using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Ends the sessions whose channel nobody used in time.</summary>
public sealed class ExpireChannels(IDbContextFactory<ServiceDeskDb> database, ChangeSession change, TimeProvider time)
{
    /// <returns>How many it ended.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation = default)
    {
        int ended = 0;
        foreach (Guid id in await DueAsync(cancellation))
        {
            DateTime now = time.GetUtcNow().UtcDateTime;
            // The customer may have taken a step since the list was read, which gave the channel new time.
            if (await change.ExecuteAsync(id, s => s.State < SessionState.AgentJoined && !s.ChannelIsOpen(now) && s.Finish(SessionEnd.Expired, now), cancellation))
                ended++;
        }

        return ended;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions
            .Where(s => s.State < SessionState.AgentJoined && s.ChannelExpiresAt <= now)
            .Select(s => s.Id).ToListAsync(cancellation);
    }
}
