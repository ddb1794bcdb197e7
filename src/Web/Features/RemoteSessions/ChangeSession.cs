using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Loads a session, lets one verb work on it, saves, and tells the pages: what all use cases of a session share. Customer, agent,
/// consultant and relay speak at once, so they take turns; without that, a grant read before an end and saved after it would bring
/// the session back to life.
/// </summary>
public sealed class ChangeSession(IDbContextFactory<ServiceDeskDb> database, Turns turns, SessionChanges changes, OpenChannels channels, TimeProvider time)
{
    /// <returns>What the verb returned; <c>default</c> when there is no such session.</returns>
    public Task<T?> ExecuteAsync<T>(Guid id, Func<RemoteSession, T> verb, CancellationToken cancellation = default) =>
        ExecuteAsync(id, (session, _) => Task.FromResult(verb(session)), cancellation);

    /// <param name="id">The session.</param>
    /// <param name="verb">Works on the session; may read more from the same context. Asked again when another node saved first.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="NotSavedException">The database refused.</exception>
    public async Task<T?> ExecuteAsync<T>(Guid id, Func<RemoteSession, ServiceDeskDb, Task<T>> verb, CancellationToken cancellation = default)
    {
        using IDisposable turn = await turns.EnterAsync<RemoteSession>(id, cancellation);
        return await NotSavedException.OrAsync(() => SaveAgain.WhenSecondAsync(() => SaveAsync(id, verb, cancellation), time, cancellation));
    }

    private async Task<T?> SaveAsync<T>(Guid id, Func<RemoteSession, ServiceDeskDb, Task<T>> verb, CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        RemoteSession? session = await db.RemoteSessions
            .Include(s => s.Acceptances).Include(s => s.GrantChanges).Include(s => s.Events).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancellation);
        if (session is null) return default;

        T outcome = await verb(session, db);
        bool isNews = IsNews(db, session);
        await db.SaveChangesAsync(cancellation);
        if (!session.IsOpen) channels.Forget(id);
        if (isNews) changes.Notify(id, session.TicketId);
        return outcome;
    }

    /// <summary>That a session still runs is no news: no page shows it, and a heartbeat must not wake every open desk.</summary>
    private static bool IsNews(ServiceDeskDb db, RemoteSession session) => db.ChangeTracker.Entries().Any(entry =>
        entry.State is EntityState.Added or EntityState.Deleted
        || entry.Properties.Any(property => property.IsModified && !IsBeat(property.Metadata.Name, session)));

    private static bool IsBeat(string property, RemoteSession session) =>
        property == nameof(RemoteSession.LastSeenAt) || (property == nameof(RemoteSession.BytesCarried) && session.IsOpen);
}
