using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>What the desk's pages read about remote sessions.</summary>
public sealed class SessionQueries(IDbContextFactory<ServiceDeskDb> database, OpenChannels channels, TimeProvider time)
{
    /// <summary>The ticket's open session, else its last one; null when there was none.</summary>
    public async Task<SessionRow?> OfTicketAsync(long ticket, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        SessionRow? row = await db.RemoteSessions.Where(s => s.TicketId == ticket)
            .OrderBy(s => s.State == SessionState.Ended).ThenByDescending(s => s.RequestedAt)
            .Select(s => new SessionRow(
                s.Id, s.TicketId, s.ConsultantId, db.Users.Where(user => user.Id == s.ConsultantId).Select(user => user.DisplayName).Single(), s.State, s.Granted, s.End,
                s.ChannelExpiresAt, s.EndedAt, null))
            .FirstOrDefaultAsync(cancellation);
        return row is null ? null : row with { Channel = channels.Of(row.Id)?.ToString() };
    }

    /// <summary>The open sessions of one consultant, for the top bar.</summary>
    public async Task<IReadOnlyList<RunningRow>> OpenOfAsync(Guid consultant, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions.Where(s => s.ConsultantId == consultant && s.State != SessionState.Ended).OrderBy(s => s.RequestedAt)
            .Select(s => new RunningRow(s.Id, s.TicketId, s.State, s.Granted)).ToListAsync(cancellation);
    }

    /// <summary>The whole story of one session.</summary>
    public async Task<SessionStoryRow?> StoryAsync(Guid id, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        RemoteSession? session = await db.RemoteSessions.AsNoTracking().Include(s => s.Acceptances).Include(s => s.GrantChanges).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancellation);
        return session is null ? null : await StoryAsync(session, db, cancellation);
    }

    /// <summary>What the viewer's page needs; null unless it is this person's session and an agent is there.</summary>
    public async Task<ViewerRow?> ForViewerAsync(Guid session, Guid consultant, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions
            .Where(s => s.Id == session && s.ConsultantId == consultant && (s.State == SessionState.AgentJoined || s.State == SessionState.Active))
            .Join(db.Tickets, s => s.TicketId, ticket => ticket.Id, (s, ticket) => new ViewerRow(
                s.Id, ticket.Id, db.People.Where(person => person.Id == ticket.CallerId).Select(person => person.Name).Single()))
            .SingleOrDefaultAsync(cancellation);
    }

    private async Task<SessionStoryRow> StoryAsync(RemoteSession session, ServiceDeskDb db, CancellationToken cancellation)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        string consultant = await db.Users.Where(user => user.Id == session.ConsultantId).Select(user => user.DisplayName).SingleAsync(cancellation);
        return new SessionStoryRow(
            session.Id, session.ConsultantId, consultant, session.State, session.Granted, session.RequestedAt, session.StartedAt, session.EndedAt, session.End,
            session.HeldFor(Grant.View, now), session.HeldFor(Grant.Control, now), session.AgentVersion, session.BytesCarried,
            [.. session.Acceptances.OrderBy(a => a.Id).Select(a => new AcceptanceRow(a.Kind, a.Version, a.Locale, a.Sha256, a.AcceptedAt))],
            [.. session.GrantChanges.OrderBy(g => g.Id).Select(g => new GrantRow(g.Grant, g.Decision, g.At))]);
    }
}

/// <summary>An open session in the top bar.</summary>
public sealed record RunningRow(Guid Id, long TicketId, SessionState State, Grant Granted);

/// <summary>What the viewer's page says of a session.</summary>
public sealed record ViewerRow(Guid Id, long TicketId, string Customer);
