using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>Gathers what the document of one ticket says; null when there is no such ticket for the person who asks.</summary>
public sealed class TicketPrintQuery(IDbContextFactory<ServiceDeskDb> databases, TimeProvider time)
{
    public async Task<TicketPrint?> FindAsync(TicketNumber number, Guid person, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from t in db.TicketsOf(person).AsNoTracking()
            where t.Id == number.Id
            select new
            {
                Ticket = t,
                Caller = db.People.First(p => p.Id == t.CallerId).Name,
                Queue = db.Queues.First(q => q.Id == t.QueueId).Name,
                Item = db.Catalogue.Where(i => i.Id == t.CatalogueItemId).Select(i => i.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        List<TimelineEntry> timeline = await db.Timeline.AsNoTracking().Where(e => e.TicketId == number.Id).OrderBy(e => e.Id).ToListAsync(cancel);
        List<RemoteSession> sessions = await db.RemoteSessions.AsNoTracking().AsSplitQuery()
            .Include(s => s.GrantChanges).Include(s => s.Events).Include(s => s.Acceptances)
            .Where(s => s.TicketId == number.Id).OrderBy(s => s.RequestedAt).ToListAsync(cancel);
        Dictionary<Guid, string> names = await NamesAsync(db, found.Ticket, timeline, sessions, cancel);
        DateTime now = time.GetUtcNow().UtcDateTime;

        Ticket ticket = found.Ticket;
        return new TicketPrint(
            ticket.Number, ticket.Title, ticket.State, ticket.Priority, found.Queue, ticket.OwnerId is { } owner ? names[owner] : null,
            found.Item, found.Caller, ticket.OpenedAt, ticket.SolvedAt,
            [.. timeline.Select(entry => Print(entry, names))], [.. sessions.Select(session => Print(session, names, now))]);
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(
        ServiceDeskDb db, Ticket ticket, List<TimelineEntry> timeline, List<RemoteSession> sessions, CancellationToken cancel)
    {
        Guid[] people = [.. timeline.Select(e => e.AuthorId).Append(ticket.OwnerId).OfType<Guid>().Concat(sessions.Select(s => s.ConsultantId)).Distinct()];
        return await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
    }

    private static EntryPrint Print(TimelineEntry entry, Dictionary<Guid, string> names) => new(
        entry.At, entry.Kind, entry.AuthorId is { } author ? names[author] : null, entry.Text,
        entry.Field is { } field ? new ChangePrint(field, NamedOf(entry.OldId, entry.OldText), NamedOf(entry.NewId, entry.NewText)) : null, entry.SessionId);

    private static Named? NamedOf(string? id, string? text) => text is null ? null : new Named(id ?? "", text);

    private static SessionPrint Print(RemoteSession session, Dictionary<Guid, string> names, DateTime now) => new(
        session.Id, names[session.ConsultantId], session.RequestedAt, session.VerifiedAt, session.StartedAt, session.EndedAt, session.End,
        session.HeldFor(Grant.View, now), session.HeldFor(Grant.Control, now),
        [.. session.Acceptances.OrderBy(a => a.AcceptedAt).ThenBy(a => a.Kind).Select(a => new AcceptancePrint(a.Kind, a.Version, a.Locale, a.AcceptedAt))],
        [.. session.GrantChanges.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new GrantPrint(c.Grant, c.Decision, c.At))],
        [.. session.Events.OrderBy(e => e.Id).Select(e => new EventPrint(e.Kind, e.At))]);
}
