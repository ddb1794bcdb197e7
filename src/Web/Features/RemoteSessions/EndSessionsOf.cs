using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Ends everything a consultant has open, because that person has left the desk or may no longer work there.</summary>
public sealed class EndSessionsOf(IDbContextFactory<ServiceDeskDb> database, ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <exception cref="Hosting.NotSavedException">The database refused. The lines of this node are cut all the same.</exception>
    public async Task ExecuteAsync(Guid consultant, SessionEnd end, CancellationToken cancellation = default)
    {
        foreach (Guid session in lines.OfConsultant(consultant)) await lines.CutAsync(session, end);
        foreach (Guid session in await OpenAsync(consultant, cancellation))
        {
            if (await change.ExecuteAsync(session, s => s.Finish(end, time.GetUtcNow().UtcDateTime), cancellation))
                await lines.CutAsync(session, end); // an agent that joined in between
        }
    }

    private async Task<List<Guid>> OpenAsync(Guid consultant, CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions.Where(s => s.ConsultantId == consultant && s.State != SessionState.Ended).Select(s => s.Id).ToListAsync(cancellation);
    }
}
