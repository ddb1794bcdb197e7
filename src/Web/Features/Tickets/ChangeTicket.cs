using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Everything a consultant does to an open ticket page: each call loads the ticket, asks it to do one verb, and saves.</summary>
/// <remarks>Each method answers false when there is no such ticket for this person, throws <see cref="RuleBrokenException"/> when a rule forbids it,
/// and <see cref="NotSavedException"/> when the database does.</remarks>
public sealed class ChangeTicket(IDbContextFactory<ServiceDeskDb> databases, Turns turns, TicketChanges changes, TimeProvider time)
{
    public Task<bool> AddNoteAsync(long ticket, string? words, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, (t, _, now) => Done(() => t.AddNote(words, author, now)), cancel);

    public Task<bool> MoveToAsync(long ticket, TicketState state, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, (t, _, now) => Done(() => t.MoveTo(state, author, now)), cancel);

    /// <param name="ticket">The ticket's identity.</param>
    /// <param name="from">Start of the window, UTC.</param>
    /// <param name="until">End of the window, UTC.</param>
    /// <param name="author">Who promises.</param>
    /// <param name="cancel">Cancels before the save.</param>
    public Task<bool> PromiseCallbackAsync(long ticket, DateTime from, DateTime until, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, (t, _, now) => Done(() => t.PromiseCallback(new CallbackPromise(from, until), author, now)), cancel);

    public Task<bool> RenameAsync(long ticket, string? title, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, (t, _, now) => Done(() => t.Rename(title, author, now)), cancel);

    public Task<bool> ChangePriorityAsync(long ticket, TicketPriority priority, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, (t, _, now) => Done(() => t.ChangePriority(priority, author, now)), cancel);

    public Task<bool> AssignAsync(long ticket, Guid? owner, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, async (t, db, now) => t.Assign(await OwnerAsync(db, t.OwnerId, cancel), await NewOwnerAsync(db, owner, t.QueueId, cancel), author, now), cancel);

    public Task<bool> MoveToQueueAsync(long ticket, int queue, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, async (t, db, now) => t.MoveToQueue(await QueueAsync(db, t.QueueId, cancel), await QueueAsync(db, queue, cancel), author, now), cancel);

    public Task<bool> ChangeCatalogueItemAsync(long ticket, int? item, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, async (t, db, now) => t.ChangeCatalogueItem(await ItemAsync(db, t.CatalogueItemId, cancel), await ItemAsync(db, item, cancel), author, now), cancel);

    /// <exception cref="RuleBrokenException"><c>ticket.merge.unknown</c> when the other ticket is not there or not visible.</exception>
    public Task<bool> MergeAsync(long ticket, string? otherNumber, Guid author, CancellationToken cancel = default) =>
        DoAsync(ticket, author, async (t, db, now) =>
        {
            Ticket? target = TicketNumber.TryParse(otherNumber, out TicketNumber number)
                ? await db.TicketsOf(author).SingleOrDefaultAsync(other => other.Id == number.Id, cancel)
                : null;
            t.MergeInto(target ?? throw new RuleBrokenException("ticket.merge.unknown", "There is no such ticket."), author, now);
        }, cancel);

    private async Task<bool> DoAsync(long id, Guid person, Func<Ticket, ServiceDeskDb, DateTime, Task> verb, CancellationToken cancel)
    {
        using IDisposable turn = await turns.EnterAsync<Ticket>(id, cancel);
        bool done = await NotSavedException.OrAsync(() => SaveAgain.WhenSecondAsync(() => SaveAsync(id, person, verb, cancel), time, cancel));
        if (done) changes.Notify(id);
        return done;
    }

    private async Task<bool> SaveAsync(long id, Guid person, Func<Ticket, ServiceDeskDb, DateTime, Task> verb, CancellationToken cancel)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        Ticket? ticket = await db.TicketsOf(person).SingleOrDefaultAsync(t => t.Id == id, cancel);
        if (ticket is null) return false;
        await verb(ticket, db, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static Task Done(Action verb)
    {
        verb();
        return Task.CompletedTask;
    }

    private static async Task<Named?> OwnerAsync(ServiceDeskDb db, Guid? id, CancellationToken cancel)
    {
        if (id is null) return null;
        string? name = await db.Users.Where(user => user.Id == id).Select(user => user.DisplayName).SingleOrDefaultAsync(cancel);
        return new Named(id.Value.ToString(), name ?? throw new RuleBrokenException("ticket.owner", "There is no such person."));
    }

    /// <summary>Only who works this queue can own its tickets.</summary>
    private static async Task<Named?> NewOwnerAsync(ServiceDeskDb db, Guid? id, int queue, CancellationToken cancel)
    {
        bool mayOwn = id is null || await db.Users.AnyAsync(
            user => user.Id == id && !user.IsDisabled && db.Queues.Any(q => q.Id == queue && q.Members.Any(m => m.PersonId == id)), cancel);
        return mayOwn ? await OwnerAsync(db, id, cancel) : throw new RuleBrokenException("ticket.owner", "Not one of this queue's members.");
    }

    private static async Task<Named> QueueAsync(ServiceDeskDb db, int id, CancellationToken cancel)
    {
        string? name = await db.Queues.Where(queue => queue.Id == id).Select(queue => queue.Name).SingleOrDefaultAsync(cancel);
        return new Named(id.ToString(CultureInfo.InvariantCulture), name ?? throw new RuleBrokenException("ticket.queue", "There is no such queue."));
    }

    private static async Task<Named?> ItemAsync(ServiceDeskDb db, int? id, CancellationToken cancel)
    {
        if (id is null) return null;
        string? name = await db.Catalogue.Where(item => item.Id == id).Select(item => item.Name).SingleOrDefaultAsync(cancel);
        return new Named(id.Value.ToString(CultureInfo.InvariantCulture), name ?? throw new RuleBrokenException("ticket.catalogue", "There is no such catalogue entry."));
    }
}
