using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Reads for the queue page and the ticket page. Each answers only tickets that the asking person may see; a caller's counts are of all queues.</summary>
public sealed class TicketQueries(IDbContextFactory<ServiceDeskDb> databases, TimeProvider time)
{
    public const int PageSize = 50;

    private static readonly TicketState[] Open = [.. Enum.GetValues<TicketState>().Where(state => state.IsOpen())];

    /// <summary>One page, newest change first; page N costs as much as page 1.</summary>
    public async Task<TicketListPage> PageAsync(TicketFilter filter, TicketCursor? after, Guid person, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        IQueryable<Ticket> tickets = Narrow(db, InView(db, filter.View, person), filter);
        if (after is not null)
            tickets = tickets.Where(t => t.UpdatedAt <= after.UpdatedAt && (t.UpdatedAt < after.UpdatedAt || t.Id < after.Id));
        List<TicketRow> rows = await Rows(db, tickets.OrderByDescending(t => t.UpdatedAt).ThenByDescending(t => t.Id).Take(PageSize + 1)).ToListAsync(cancel);
        if (rows.Count <= PageSize) return new TicketListPage(rows, null);
        rows.RemoveAt(PageSize);
        return new TicketListPage(rows, new TicketCursor(rows[^1].UpdatedAt, rows[^1].Id));
    }

    /// <summary>One line again, after it changed; null when it is not in this list any more.</summary>
    public async Task<TicketRow?> RowAsync(TicketFilter filter, long id, Guid person, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await Rows(db, Narrow(db, InView(db, filter.View, person), filter).Where(t => t.Id == id)).SingleOrDefaultAsync(cancel);
    }

    public async Task<TicketCounts> CountsAsync(Guid person, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        DateTime now = time.GetUtcNow().UtcDateTime;
        return new TicketCounts(
            await InView(db, TicketView.Mine, person).CountAsync(cancel),
            await InView(db, TicketView.Team, person).CountAsync(cancel),
            await InView(db, TicketView.Callbacks, person).CountAsync(cancel),
            await InView(db, TicketView.Callbacks, person).CountAsync(t => t.Callback!.From <= now, cancel),
            await InView(db, TicketView.Unassigned, person).CountAsync(cancel));
    }

    /// <summary>A whole ticket; null when there is none for this person.</summary>
    public async Task<TicketDetails?> FindAsync(TicketNumber number, Guid person, CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from t in db.TicketsOf(person)
            where t.Id == number.Id
            join caller in db.People on t.CallerId equals caller.Id
            select new
            {
                Ticket = t,
                Caller = caller,
                Queue = db.Queues.First(q => q.Id == t.QueueId).Name,
                Owner = db.Users.Where(u => u.Id == t.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                Item = db.Catalogue.Where(i => i.Id == t.CatalogueItemId).Select(i => i.Name).FirstOrDefault(),
                OpenTickets = db.Tickets.Count(other => other.CallerId == caller.Id && Open.Contains(other.State)),
                AllTickets = db.Tickets.Count(other => other.CallerId == caller.Id),
            }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        Ticket ticket = found.Ticket;
        var beside = new CallerDetails(found.Caller.Id, found.Caller.Name, found.Caller.Phone, found.Caller.Mail, found.OpenTickets, found.AllTickets);
        return new TicketDetails(
            ticket.Id, ticket.Title, ticket.State, ticket.Priority, ticket.QueueId, found.Queue, ticket.OwnerId, found.Owner,
            ticket.CatalogueItemId, found.Item, beside, ticket.Callback?.From, ticket.Callback?.Until,
            ticket.MergedIntoId is { } into ? new TicketNumber(into) : null, await TimelineAsync(db, ticket.Id, cancel));
    }

    private static Task<List<TimelineRow>> TimelineAsync(ServiceDeskDb db, long ticket, CancellationToken cancel) =>
        (from entry in db.Timeline
         where entry.TicketId == ticket
         orderby entry.Id descending
         select new TimelineRow(
             entry.Id, entry.Kind, entry.Visibility, db.Users.Where(u => u.Id == entry.AuthorId).Select(u => u.DisplayName).FirstOrDefault(), entry.At, entry.Text,
             entry.Field, entry.OldId, entry.OldText, entry.NewId, entry.NewText, entry.SessionId)).ToListAsync(cancel);

    private static IQueryable<Ticket> InView(ServiceDeskDb db, TicketView view, Guid person)
    {
        IQueryable<Ticket> visible = db.TicketsOf(person);
        return view switch
        {
            TicketView.Mine => visible.Where(t => t.OwnerId == person && Open.Contains(t.State)),
            TicketView.Team => visible.Where(t => Open.Contains(t.State)),
            TicketView.Callbacks => visible.Where(t => t.State == TicketState.CallbackPromised),
            TicketView.Unassigned => visible.Where(t => t.OwnerId == null && Open.Contains(t.State)),
            TicketView.Done => visible.Where(t => !Open.Contains(t.State)),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, "Unknown view."),
        };
    }

    private static IQueryable<Ticket> Narrow(ServiceDeskDb db, IQueryable<Ticket> tickets, TicketFilter filter)
    {
        if (filter.QueueKey is { } key) tickets = tickets.Where(t => db.Queues.Any(q => q.Id == t.QueueId && q.Key == key));
        if (filter.State is { } state) tickets = tickets.Where(t => t.State == state);
        if (filter.Priority is { } priority) tickets = tickets.Where(t => t.Priority >= priority);
        if (filter.Text is not { } text) return tickets;
        if (TicketNumber.TryParse(text, out TicketNumber number)) return tickets.Where(t => t.Id == number.Id);
        string name = Person.KeyOf(text);
        return tickets.Where(t => t.Title.Contains(text) || name.Length > 0 && db.People.Any(p => p.Id == t.CallerId && p.NameKey.StartsWith(name)));
    }

    private static IQueryable<TicketRow> Rows(ServiceDeskDb db, IQueryable<Ticket> tickets) =>
        from t in tickets
        join caller in db.People on t.CallerId equals caller.Id
        join queue in db.Queues on t.QueueId equals queue.Id
        orderby t.UpdatedAt descending, t.Id descending
        select new TicketRow(
            t.Id, t.Title, t.State, t.Priority, caller.Name, queue.Name, db.Catalogue.Where(i => i.Id == t.CatalogueItemId).Select(i => i.Name).FirstOrDefault(),
            db.Users.Where(u => u.Id == t.OwnerId).Select(u => u.Initials).FirstOrDefault(), t.UpdatedAt,
            t.Callback == null ? null : t.Callback.From, t.Callback == null ? null : t.Callback.Until,
            db.RemoteSessions.Any(s => s.TicketId == t.Id && s.State != SessionState.Ended));
}
