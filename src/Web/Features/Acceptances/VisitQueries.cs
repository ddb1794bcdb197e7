using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>What a customer may read about their own session.</summary>
public sealed class VisitQueries(IDbContextFactory<ServiceDeskDb> database)
{
    public async Task<Visit?> FindAsync(Guid session, CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions.Where(s => s.Id == session).Select(s => new Visit(
            s.Id, new TicketNumber(s.TicketId), db.Users.Where(user => user.Id == s.ConsultantId).Select(user => user.DisplayName).Single(),
            s.State, s.Granted, s.End, s.AcceptedAt, s.EndedAt)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The record of what was accepted, in the order it was read.</summary>
    public async Task<IReadOnlyList<AcceptedText>> AcceptedAsync(Guid session, CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.Acceptances.Where(acceptance => acceptance.SessionId == session).OrderBy(acceptance => acceptance.Id)
            .Join(db.PolicyDocuments, acceptance => acceptance.DocumentId, document => document.Id, (acceptance, document) => new AcceptedText(
                acceptance.Kind, document.Title, acceptance.Version, acceptance.Locale, acceptance.Sha256, acceptance.ShownAt, acceptance.AcceptedAt))
            .ToListAsync(cancellation);
    }
}

/// <summary>A customer's session as the customer's pages show it.</summary>
public sealed record Visit(
    Guid Id, TicketNumber Ticket, string Consultant, SessionState State, Grant Granted, SessionEnd? End, DateTime? AcceptedAt, DateTime? EndedAt)
{
    /// <summary>Whether the texts were accepted, even if the session is over by now.</summary>
    public bool IsAccepted => AcceptedAt is not null;

    public bool IsOver => State == SessionState.Ended;

    /// <summary>Changes exactly when the status page has something new to say.</summary>
    public string Stamp => $"{State}-{Granted:D}-{End}";
}

/// <summary>One accepted text, as recorded.</summary>
public sealed record AcceptedText(PolicyKind Kind, string Title, int Version, string Locale, string Sha256, DateTime ShownAt, DateTime AcceptedAt);
