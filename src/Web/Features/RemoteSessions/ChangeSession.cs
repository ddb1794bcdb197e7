using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Loads a session, lets one verb work on it, saves, and tells the pages: what all use cases of a session share.</summary>
public sealed class ChangeSession(IDbContextFactory<ServiceDeskDb> database, SessionGates gates, SessionChanges changes, OpenChannels channels)
{
    /// <returns>What the verb returned; <c>default</c> when there is no such session.</returns>
    public Task<T?> ExecuteAsync<T>(Guid id, Func<RemoteSession, T> verb, CancellationToken cancellation = default) =>
        ExecuteAsync(id, (session, _) => Task.FromResult(verb(session)), cancellation);

    /// <param name="id">The session.</param>
    /// <param name="verb">Works on the session; may read more from the same context.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="NotSavedException">The database refused.</exception>
    public async Task<T?> ExecuteAsync<T>(Guid id, Func<RemoteSession, ServiceDeskDb, Task<T>> verb, CancellationToken cancellation = default)
    {
        using IDisposable turn = await gates.EnterAsync(id, cancellation);
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        RemoteSession? session = await db.RemoteSessions
            .Include(s => s.Acceptances).Include(s => s.GrantChanges).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancellation);
        if (session is null)
        {
            gates.Forget(id);
            return default;
        }

        T outcome = await verb(session, db);
        await SaveAsync(db, cancellation);
        if (!session.IsOpen)
        {
            channels.Forget(id);
            gates.Forget(id);
        }

        changes.Notify(id, session.TicketId);
        return outcome;
    }

    private static async Task SaveAsync(ServiceDeskDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure)
        {
            throw new NotSavedException(failure);
        }
    }
}
