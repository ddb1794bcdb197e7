using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;
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
                s.ChannelExpiresAt, s.EndedAt, s.LineLostAt != null, null))
            .FirstOrDefaultAsync(cancellation);
        return row is { State: < SessionState.AgentJoined } ? row with { Channel = channels.Of(row.Id)?.ToString() } : row;
    }

    /// <summary>The open sessions of one consultant, for the top bar.</summary>
    public async Task<IReadOnlyList<RunningRow>> OpenOfAsync(Guid consultant, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions.Where(s => s.ConsultantId == consultant && s.State != SessionState.Ended).OrderBy(s => s.RequestedAt)
            .Select(s => new RunningRow(s.Id, s.TicketId, s.State, s.Granted, s.LineLostAt != null)).ToListAsync(cancellation);
    }

    /// <summary>The whole story of one session.</summary>
    public async Task<SessionStoryRow?> StoryAsync(Guid id, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        RemoteSession? session = await db.RemoteSessions.AsNoTracking().Include(s => s.Acceptances).Include(s => s.GrantChanges).Include(s => s.Events).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancellation);
        return session is null ? null : await StoryAsync(session, db, cancellation);
    }

    /// <summary>What the viewer's page needs; null unless it is this person's session and an agent is there.</summary>
    public async Task<ViewerRow?> ForViewerAsync(Guid session, Guid consultant, CancellationToken cancellation = default)
    {
        if (channels.Of(session) is not { } channel) return null;
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        ViewerRow? row = await db.RemoteSessions
            .Where(s => s.Id == session && s.ConsultantId == consultant && (s.State == SessionState.AgentJoined || s.State == SessionState.Active))
            .Join(db.Tickets, s => s.TicketId, ticket => ticket.Id, (s, ticket) => new ViewerRow(
                s.Id, ticket.Id, db.People.Where(person => person.Id == ticket.CallerId).Select(person => person.Name).Single(),
                db.Users.Where(user => user.Id == consultant).Select(user => user.DisplayName).Single(), s.VerifiedAt != null, "", Array.Empty<ViewerText>()))
            .SingleOrDefaultAsync(cancellation);
        if (row is null) return null;
        List<Acceptance> accepted = await db.Acceptances.AsNoTracking().Where(a => a.SessionId == session).ToListAsync(cancellation);
        return row with
        {
            Channel = channel.Digits,
            // Read and accepted once more after a text was updated: the last of each kind is what holds.
            Texts = [.. accepted.GroupBy(a => a.Kind).OrderBy(kind => kind.Key).Select(kind => ViewerText.Of(kind.MaxBy(a => a.Id)!))],
        };
    }

    /// <summary>Whether this is this person's session and its line may be replaced, which takes a number that was verified on it.</summary>
    public async Task<bool> MayReturnAsync(Guid session, Guid consultant, CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions.AnyAsync(s => s.Id == session && s.ConsultantId == consultant && s.State != SessionState.Ended && s.VerifiedAt != null, cancellation);
    }

    private async Task<SessionStoryRow> StoryAsync(RemoteSession session, ServiceDeskDb db, CancellationToken cancellation)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        string consultant = await db.Users.Where(user => user.Id == session.ConsultantId).Select(user => user.DisplayName).SingleAsync(cancellation);
        return new SessionStoryRow(
            session.Id, session.ConsultantId, consultant, session.State, session.Granted, session.RequestedAt, session.VerifiedAt, session.StartedAt, session.EndedAt,
            session.End, session.LineLostAt is not null, session.HeldFor(Grant.View, now), session.HeldFor(Grant.Control, now), session.AgentVersion, session.BytesCarried,
            [.. session.Acceptances.OrderBy(a => a.Id).Select(a => new AcceptanceRow(a.Kind, a.Version, a.Locale, a.Sha256, a.AcceptedAt))],
            [.. session.GrantChanges.OrderBy(g => g.Id).Select(g => new GrantRow(g.Grant, g.Decision, g.At))],
            [.. session.Events.OrderBy(e => e.Id).Select(e => new EventRow(e.Kind, e.At))]);
    }
}

/// <summary>An open session in the top bar.</summary>
public sealed record RunningRow(Guid Id, long TicketId, SessionState State, Grant Granted, bool IsLineLost);

/// <summary>What the viewer's page knows of a session.</summary>
/// <param name="Id">The session.</param>
/// <param name="TicketId">Its ticket.</param>
/// <param name="Customer">The caller's name.</param>
/// <param name="Consultant">The consultant's display name, as the agent shows it.</param>
/// <param name="IsVerified">The keys of a verified session are in one open page and nowhere else.</param>
/// <param name="Channel">Nine digits.</param>
/// <param name="Texts">What the customer accepted, in the order it was shown.</param>
public sealed record ViewerRow(
    Guid Id, long TicketId, string Customer, string Consultant, bool IsVerified, string Channel, IReadOnlyList<ViewerText> Texts);

/// <summary>An accepted text, named as the agent is told it.</summary>
/// <param name="Kind"><c>purpose</c>, <c>disclaimer</c> or <c>privacy</c>.</param>
/// <param name="Version">The version that was accepted.</param>
/// <param name="Locale">The language it was shown in.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record ViewerText(string Kind, string Version, string Locale, string Sha256)
{
    internal static ViewerText Of(Acceptance acceptance) =>
        new(acceptance.Kind.ToString().ToLowerInvariant(), $"{acceptance.Version}", acceptance.Locale, acceptance.Sha256);
}
