using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Data;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Features.Jobs;

/// <summary>Closes tickets that nobody came back to within <c>Desk:SolvedDays</c> of their solution.</summary>
public sealed class CloseSolvedTickets(IDbContextFactory<ServiceDeskDb> databases, TicketChanges changes, IOptions<JobOptions> options, TimeProvider time)
{
    /// <summary>One ticket, one transaction: what is interrupted goes on at the next run, and what ran twice closes nothing twice.</summary>
    /// <returns>How many it closed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel = default)
    {
        int closed = 0;
        foreach (long id in await DueAsync(cancel))
            if (await CloseAsync(id, cancel)) closed++;
        return closed;
    }

    private DateTime SolvedBefore => time.GetUtcNow().UtcDateTime - TimeSpan.FromDays(options.Value.SolvedDays);

    private async Task<List<long>> DueAsync(CancellationToken cancel)
    {
        DateTime before = SolvedBefore;
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(ticket => ticket.State == TicketState.Solved && ticket.SolvedAt <= before)
            .OrderBy(ticket => ticket.Id).Select(ticket => ticket.Id).ToListAsync(cancel);
    }

    private async Task<bool> CloseAsync(long id, CancellationToken cancel)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        Ticket ticket = await db.Tickets.SingleAsync(t => t.Id == id, cancel);
        if (ticket.State != TicketState.Solved || ticket.SolvedAt > SolvedBefore) return false;
        ticket.MoveTo(TicketState.Closed, author: null, time.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // somebody works on it right now, so it is looked at again at the next run
        }

        changes.Notify(id);
        return true;
    }
}
