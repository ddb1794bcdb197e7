using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Demo;

/// <summary>Fills an empty desk with a morning's work, so that a newcomer sees a desk that lives. Only with <c>--demo</c>.</summary>
public sealed class DemoDesk(IDbContextFactory<ServiceDeskDb> databases, TimeProvider time)
{
    /// <summary>Adds queues, catalogue, callers and tickets for people who can already sign in. Does nothing where there is a queue.</summary>
    /// <param name="consultants">Who works the tickets: the first owns most, all see all queues.</param>
    /// <param name="cancel">Leaves the desk empty.</param>
    public async Task ExecuteAsync(IReadOnlyList<Guid> consultants, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        if (await db.Queues.AnyAsync(cancel)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        DateTime now = time.GetUtcNow().UtcDateTime;
        Queue[] queues = [Queue.Create("VPN & Netz", "vpn"), Queue.Create("E-Mail", "mail"), Queue.Create("Konten", "accounts"), Queue.Create("Arbeitsplatz", "workplace")];
        foreach (Queue queue in queues)
            foreach (Guid consultant in consultants) queue.Admit(consultant);
        CatalogueItem[] catalogue = [CatalogueItem.Create("VPN-Client", "Netz"), CatalogueItem.Create("Virenschutz", "Sicherheit"), CatalogueItem.Create("E-Mail einrichten", "E-Mail")];
        Person[] people = [.. DemoCallers.All.Select((caller, i) => Person.Register(caller.Name, caller.Phone, caller.Mail, now.AddDays(-400 + (i * 30))))];
        db.AddRange(queues);
        db.AddRange(catalogue);
        db.AddRange(people);
        await db.SaveChangesAsync(cancel);

        foreach (DemoTicket demo in DemoTickets.All.OrderByDescending(ticket => ticket.Age))
        {
            DateTime opened = now - demo.Age;
            Guid owner = consultants[demo.Owner % consultants.Count];
            int? item = demo.Item is { } i ? catalogue[i].Id : null;
            var ticket = Ticket.Open(new PhoneIntake(people[demo.Caller].Id, demo.Title, demo.Words, queues[demo.Queue].Id, demo.Priority, item), owner, opened);
            demo.Story(new DemoStory(ticket, owner, opened, now));
            db.Add(ticket);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Tells what happened to a demo ticket after it was opened.</summary>
public sealed record DemoStory(Ticket Ticket, Guid Owner, DateTime Opened, DateTime Now)
{
    public void Note(int minutes, string words) => Ticket.AddNote(words, Owner, After(minutes));

    public void MoveTo(int minutes, TicketState state) => Ticket.MoveTo(state, Owner, After(minutes));

    /// <summary>Gives the ticket back to the queue, so that somebody else can take it.</summary>
    public void LeaveUnassigned(int minutes) => Ticket.Assign(new Named(Owner.ToString(), ""), null, Owner, After(minutes));

    /// <summary>Promises a call-back for half an hour, at the next full half hour that is at least so many minutes away.</summary>
    public void CallBack(int minutes, int fromNow)
    {
        DateTime soon = Now.AddMinutes(fromNow);
        DateTime from = soon.Date.AddMinutes(Math.Ceiling(soon.TimeOfDay.TotalMinutes / 30) * 30);
        Ticket.PromiseCallback(new CallbackPromise(from, from.AddMinutes(30)), Owner, After(minutes));
    }

    private DateTime After(int minutes) => Opened.AddMinutes(minutes) is var at && at < Now ? at : Now;
}
