using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Finds the session behind the digits that somebody typed. What may be done with it is the session's own rule.</summary>
public sealed class FindByChannel(IDbContextFactory<ServiceDeskDb> database, ChannelKey key)
{
    /// <summary>One look-up by the hash, the same whether the channel is waiting, used up, over or unknown.</summary>
    public async Task<Guid?> ExecuteAsync(Channel channel, CancellationToken cancellation = default)
    {
        byte[] hash = key.HashOf(channel);
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        List<Guid> found = await db.RemoteSessions.Where(session => session.ChannelHash == hash).Select(session => session.Id).ToListAsync(cancellation);
        return found.Count == 0 ? null : found[0];
    }
}
