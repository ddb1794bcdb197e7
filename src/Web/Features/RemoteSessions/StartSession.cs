using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Starts a remote session from a ticket: draws a channel and writes both down in one transaction.</summary>
public sealed class StartSession(
    IDbContextFactory<ServiceDeskDb> database, ChannelKey key, OpenChannels channels, Turns turns, SessionChanges changes, TimeProvider time)
{
    private const int Draws = 5;

    /// <summary>A second click, a second tab or a colleague gets the session that is already open.</summary>
    /// <returns>The open session; null when the consultant has no such ticket.</returns>
    /// <exception cref="Domain.RuleBrokenException"><c>ticket.session.closed</c> when the ticket is not open.</exception>
    /// <exception cref="NotSavedException">The database refused, again and again.</exception>
    public async Task<Guid?> ExecuteAsync(long ticketId, Guid consultant, CancellationToken cancellation = default)
    {
        using IDisposable turn = await turns.EnterAsync<Ticket>(ticketId, cancellation);
        return await NotSavedException.OrAsync(() => SaveAgain.WhenSecondAsync(() => DrawAsync(ticketId, consultant, cancellation), time, cancellation));
    }

    private async Task<Guid?> DrawAsync(long ticketId, Guid consultant, CancellationToken cancellation)
    {
        for (int draw = 1; ; draw++)
        {
            await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
            if (await db.TicketsOf(consultant).SingleOrDefaultAsync(t => t.Id == ticketId, cancellation) is not { } ticket) return null;
            if (await OpenSessionAsync(db, ticketId, cancellation) is { } open) return open;
            try
            {
                return await RequestAsync(db, ticket, consultant, cancellation);
            }
            catch (DbUpdateException refused) when (refused is not DbUpdateConcurrencyException && draw < Draws)
            {
                // Somebody else was first (then the next round finds theirs), or the digits are taken (then others are drawn).
            }
        }
    }

    private async Task<Guid> RequestAsync(ServiceDeskDb db, Ticket ticket, Guid consultant, CancellationToken cancellation)
    {
        using var random = RandomNumberGenerator.Create();
        var channel = Channel.Create(random);
        DateTime now = time.GetUtcNow().UtcDateTime;
        var session = RemoteSession.Request(new Guid(RandomNumberGenerator.GetBytes(16)), ticket.Id, consultant, key.HashOf(channel), now);
        db.Add(session);
        ticket.NoteSession(session.Id, consultant, now);
        channels.Remember(session.Id, channel);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch
        {
            channels.Forget(session.Id);
            throw;
        }

        changes.Notify(session.Id, ticket.Id);
        return session.Id;
    }

    private static async Task<Guid?> OpenSessionAsync(ServiceDeskDb db, long ticketId, CancellationToken cancellation)
    {
        List<Guid> open = await db.RemoteSessions
            .Where(session => session.TicketId == ticketId && session.State != SessionState.Ended)
            .Select(session => session.Id).ToListAsync(cancellation);
        return open.Count == 0 ? null : open[0];
    }
}
