using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>What the drop-down lists of intake and ticket page offer.</summary>
public sealed class TicketChoices(IDbContextFactory<ServiceDeskDb> databases)
{
    /// <summary>The queues of one person, by name.</summary>
    public async Task<IReadOnlyList<QueueChoice>> QueuesOfAsync(Guid person, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Queues.Where(queue => queue.Members.Any(member => member.PersonId == person))
            .OrderBy(queue => queue.Name).Select(queue => new QueueChoice(queue.Id, queue.Name, queue.Key)).ToListAsync(cancel);
    }

    /// <summary>All queues: a ticket may be handed to any of them.</summary>
    public async Task<IReadOnlyList<QueueChoice>> AllQueuesAsync(CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Queues.OrderBy(queue => queue.Name).Select(queue => new QueueChoice(queue.Id, queue.Name, queue.Key)).ToListAsync(cancel);
    }

    /// <summary>The catalogue, by category and name.</summary>
    public async Task<IReadOnlyList<Choice<int>>> CatalogueAsync(CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Catalogue.OrderBy(item => item.Category).ThenBy(item => item.Name).Select(item => new Choice<int>(item.Id, item.Name)).ToListAsync(cancel);
    }

    /// <summary>Who may own a ticket of this queue: its members who still work here.</summary>
    public async Task<IReadOnlyList<Choice<Guid>>> OwnersAsync(int queue, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.Where(user => !user.IsDisabled && db.Queues.Any(q => q.Id == queue && q.Members.Any(m => m.PersonId == user.Id)))
            .OrderBy(user => user.DisplayName).Select(user => new Choice<Guid>(user.Id, user.DisplayName)).ToListAsync(cancel);
    }
}

/// <summary>A queue to choose.</summary>
public sealed record QueueChoice(int Id, string Name, string Key);
