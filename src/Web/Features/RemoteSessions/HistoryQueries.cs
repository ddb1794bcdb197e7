using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Components;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The history of remote sessions: a supervisor reads the team's, a consultant their own.</summary>
public sealed class HistoryQueries(IDbContextFactory<ServiceDeskDb> database, DeskTimes times, TimeProvider time)
{
    public const int PageSize = 50;

    /// <param name="filter">What to show.</param>
    /// <param name="after">Where the page starts; null for the top.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="ownOnly">True for somebody who is not a supervisor.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<HistoryPage> PageAsync(HistoryFilter filter, HistoryCursor? after, Guid reader, bool ownOnly, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        IQueryable<RemoteSession> sessions = Filtered(db, filter, reader, ownOnly);
        if (after is not null)
            sessions = sessions.Where(s => s.RequestedAt < after.RequestedAt || (s.RequestedAt == after.RequestedAt && s.Id.CompareTo(after.Id) < 0));

        var found = await (
            from session in sessions.AsNoTracking().Include(s => s.GrantChanges).Include(s => s.Events).AsSplitQuery()
            join ticket in db.Tickets on session.TicketId equals ticket.Id
            join caller in db.People on ticket.CallerId equals caller.Id
            join consultant in db.Users on session.ConsultantId equals consultant.Id
            join queue in db.Queues on ticket.QueueId equals queue.Id
            orderby session.RequestedAt descending, session.Id descending
            select new { session, ticket.Title, Customer = caller.Name, Consultant = consultant.DisplayName, Queue = queue.Name })
            .Take(PageSize + 1).ToListAsync(cancellation);

        DateTime now = time.GetUtcNow().UtcDateTime;
        HistoryRow[] rows = [.. found.Take(PageSize).Select(r => new HistoryRow(
            r.session.Id, new TicketNumber(r.session.TicketId), r.Title, r.Customer, r.Consultant, r.Queue, r.session.State, r.session.Granted,
            r.session.RequestedAt, r.session.End, r.session.LineLostAt is not null,
            r.session.HeldFor(Grant.View, now), r.session.HeldFor(Grant.Control, now), r.session.IsVerified, r.session.WrongNumbers,
            r.session.Events.Count(e => e.Kind == SessionEventKind.LineLost), r.session.Events.Any(e => e.Kind == SessionEventKind.ProblemFound)))];
        return new HistoryPage(rows, found.Count > PageSize ? new HistoryCursor(rows[^1].RequestedAt, rows[^1].Id) : null);
    }

    /// <summary>Who can be chosen in the filter: everybody who has ever held a session that this person may read.</summary>
    public async Task<IReadOnlyList<Choice<Guid>>> ConsultantsAsync(Guid reader, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.Users.Where(user => Filtered(db, new HistoryFilter(), reader, false).Any(s => s.ConsultantId == user.Id))
            .OrderBy(user => user.DisplayName).Select(user => new Choice<Guid>(user.Id, user.DisplayName)).ToListAsync(cancellation);
    }

    private IQueryable<RemoteSession> Filtered(ServiceDeskDb db, HistoryFilter filter, Guid reader, bool ownOnly)
    {
        IQueryable<RemoteSession> sessions = ownOnly
            ? db.RemoteSessions.Where(s => s.ConsultantId == reader)
            : db.RemoteSessions.Where(s => db.TicketsOf(reader).Any(ticket => ticket.Id == s.TicketId));
        if (filter.Consultant is { } consultant) sessions = sessions.Where(s => s.ConsultantId == consultant);
        if (filter.QueueKey is { } key) sessions = sessions.Where(s => db.Tickets.Any(ticket => ticket.Id == s.TicketId && db.Queues.Any(queue => queue.Id == ticket.QueueId && queue.Key == key)));
        if (filter.Ticket is { } typed)
        {
            long id = TicketNumber.TryParse(typed, out TicketNumber number) ? number.Id : 0; // no ticket has this identity: an unreadable number finds nothing
            sessions = sessions.Where(s => s.TicketId == id);
        }

        if (StartOf(filter.From) is { } start) sessions = sessions.Where(s => s.RequestedAt >= start);
        if (StartOf(filter.To?.AddDays(1)) is { } end) sessions = sessions.Where(s => s.RequestedAt < end);
        if (filter.EndedBy is { } party)
        {
            SessionEnd[] ends = [.. Enum.GetValues<SessionEnd>().Where(ended => ended.Party() == party)];
            sessions = sessions.Where(s => s.End != null && ends.Contains(s.End.Value));
        }

        return filter.Controlled is { } controlled
            ? sessions.Where(s => s.GrantChanges.Any(change => change.Grant == Grant.Control && change.Decision == GrantDecision.Given) == controlled)
            : sessions;
    }

    private DateTime? StartOf(DateOnly? day) => day is { } there ? times.Utc(there.ToDateTime(TimeOnly.MinValue)) : null;
}
