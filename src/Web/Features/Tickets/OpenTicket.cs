using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Who is calling: somebody known, or somebody new.</summary>
/// <param name="PersonId">The known person; null for somebody new.</param>
/// <param name="Name">Name of somebody new.</param>
/// <param name="Phone">Telephone number of somebody new.</param>
/// <param name="Mail">Mail address of somebody new.</param>
public sealed record Caller(long? PersonId, string? Name = null, string? Phone = null, string? Mail = null);

/// <summary>What the intake page holds when it is saved.</summary>
public sealed record PhoneTicketForm(Caller Caller, string? Title, string? Words, int QueueId, TicketPriority Priority, int? CatalogueItemId);

/// <summary>Opens a phone ticket; caller, ticket and first timeline entry are saved together or not at all.</summary>
public sealed class OpenTicket(IDbContextFactory<ServiceDeskDb> databases, TicketChanges changes, TimeProvider time)
{
    /// <exception cref="RuleBrokenException">A rule of <see cref="Ticket.Open"/> or <see cref="Person.Register"/>; <c>caller.unknown</c>; <c>ticket.queue</c>.</exception>
    /// <exception cref="NotSavedException">The database refused.</exception>
    public Task<TicketNumber> ExecuteAsync(PhoneTicketForm form, Guid consultant, CancellationToken cancel = default) =>
        NotSavedException.OrAsync(() => SaveAsync(form, consultant, cancel));

    private async Task<TicketNumber> SaveAsync(PhoneTicketForm form, Guid consultant, CancellationToken cancel)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        DateTime now = time.GetUtcNow().UtcDateTime;
        bool member = await db.Queues.AnyAsync(queue => queue.Id == form.QueueId && queue.Members.Any(m => m.PersonId == consultant), cancel);
        if (!member) throw new RuleBrokenException("ticket.queue", "The queue is not one of the consultant's.");

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        long caller = await CallerIdAsync(db, form.Caller, now, cancel);
        var ticket = Ticket.Open(new PhoneIntake(caller, form.Title, form.Words, form.QueueId, form.Priority, form.CatalogueItemId), consultant, now);
        db.Add(ticket);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        changes.Notify(ticket.Id);
        return ticket.Number;
    }

    private static async Task<long> CallerIdAsync(ServiceDeskDb db, Caller caller, DateTime now, CancellationToken cancel)
    {
        if (caller.PersonId is { } known)
        {
            if (await db.People.AnyAsync(person => person.Id == known, cancel)) return known;
            throw new RuleBrokenException("caller.unknown", "This person is no longer known.");
        }

        var person = Person.Register(caller.Name, caller.Phone, caller.Mail, now);
        db.Add(person);
        await db.SaveChangesAsync(cancel);
        return person.Id;
    }
}
