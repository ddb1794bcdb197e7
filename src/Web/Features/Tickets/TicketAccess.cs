using ServiceDesk.Data;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Who may see which tickets: the members of a ticket's queue. Everybody else is told that there is no such ticket.</summary>
public static class TicketAccess
{
    /// <summary>The tickets that a person of the desk may see, as a condition that runs in the database.</summary>
    public static IQueryable<Ticket> TicketsOf(this ServiceDeskDb db, Guid person) =>
        db.Tickets.Where(ticket => db.Queues.Any(queue => queue.Id == ticket.QueueId && queue.Members.Any(member => member.PersonId == person)));
}
