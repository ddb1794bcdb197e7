using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Administration;

/// <summary>Adds a queue, still without members.</summary>
public sealed class AddQueue(IDbContextFactory<ServiceDeskDb> databases)
{
    /// <returns>The queue's identity.</returns>
    /// <exception cref="RuleBrokenException">A rule of <see cref="Queue.Create"/>; <c>queue.key.taken</c>.</exception>
    /// <exception cref="NotSavedException">The database refused, such as when somebody took the key in the same moment.</exception>
    public Task<int> ExecuteAsync(string name, string key, CancellationToken cancel = default) =>
        NotSavedException.OrAsync(() => SaveAsync(name, key, cancel));

    private async Task<int> SaveAsync(string name, string key, CancellationToken cancel)
    {
        var queue = Queue.Create(name, key.Trim());
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        if (await db.Queues.AnyAsync(other => other.Key == queue.Key, cancel))
            throw new RuleBrokenException("queue.key.taken", "Another queue has this key.");
        db.Add(queue);
        await db.SaveChangesAsync(cancel);
        return queue.Id;
    }
}
