using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Administration;

/// <summary>Lets a person see and work the tickets of a queue, or no longer. Done twice, it changes nothing the second time.</summary>
public sealed class SetQueueMember(IDbContextFactory<ServiceDeskDb> databases)
{
    /// <exception cref="RuleBrokenException"><c>queue.unknown</c>; <c>queue.member</c> when the person works no tickets or is disabled.</exception>
    /// <exception cref="NotSavedException">The database refused.</exception>
    public Task ExecuteAsync(int queue, Guid person, bool isMember, CancellationToken cancel = default) =>
        NotSavedException.OrAsync(() => SaveAsync(queue, person, isMember, cancel));

    private async Task SaveAsync(int id, Guid person, bool isMember, CancellationToken cancel)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        Queue queue = await db.Queues.SingleOrDefaultAsync(one => one.Id == id, cancel)
            ?? throw new RuleBrokenException("queue.unknown", "There is no such queue.");
        if (isMember && !await QueueAdminQueries.TeamOf(db).AnyAsync(user => user.Id == person, cancel))
            throw new RuleBrokenException("queue.member", "Only a consultant or supervisor who may sign in can be a member.");
        if (isMember)
            queue.Admit(person);
        else
            queue.Dismiss(person);
        await db.SaveChangesAsync(cancel);
    }
}
