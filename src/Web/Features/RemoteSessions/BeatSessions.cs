using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Notes which sessions still run, so that a crash knows when each was last seen; and brings line and record together where one of
/// them has ended without the other.
/// </summary>
public sealed class BeatSessions(IDbContextFactory<ServiceDeskDb> database, ChangeSession change, SessionLines lines, SettleLine settle, RelayLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    public async Task ExecuteAsync(CancellationToken cancellation = default)
    {
        foreach ((Guid id, SessionEnd end) in await OverButUpAsync(cancellation))
            await lines.CutAsync(id, end);
        foreach (Guid id in await RunningAsync(cancellation))
        {
            if (await change.ExecuteAsync(id, session => Beat(session, time.GetUtcNow().UtcDateTime), cancellation) is { } end)
                await lines.CutAsync(id, end);
        }
    }

    /// <returns>How it ended, if this beat ended it.</returns>
    private SessionEnd? Beat(RemoteSession session, DateTime now)
    {
        if (OverdueEnd(session, now) is { } end) return session.Finish(end, now) ? end : null;
        if (!lines.IsUp(session.Id)) return null;
        session.StillRuns(lines.BytesCarried(session.Id), now);
        return settle.Settle(session, lines.BothAreOnRelay(session.Id), now);
    }

    private SessionEnd? OverdueEnd(RemoteSession session, DateTime now)
    {
        // An end that was seen but could not be saved, say because the database was away.
        if (!lines.IsUp(session.Id)) return session.LastSeenAt <= now - Forgotten ? SessionEnd.Aborted : null;
        // The relay counts each line anew; over several of them only the record knows how long it has lasted.
        if (session.StartedAt <= now - limits.Session) return SessionEnd.TimeLimit;
        // An agent that has not come while its token was good never will. (One that came and waits for the viewer is the relay's care.)
        return !lines.AgentHasCome(session.Id) && session.JoinedAt <= now - RelayTokens.DefaultLife ? SessionEnd.AgentLost : null;
    }

    /// <summary>Ended on another node, or while nobody listened.</summary>
    private async Task<List<(Guid Id, SessionEnd End)>> OverButUpAsync(CancellationToken cancellation)
    {
        IReadOnlyList<Guid> up = lines.Up;
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return [.. (await db.RemoteSessions.Where(s => up.Contains(s.Id) && s.End != null).Select(s => new { s.Id, s.End }).ToListAsync(cancellation))
            .Select(s => (s.Id, s.End!.Value))];
    }

    private async Task<List<Guid>> RunningAsync(CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await db.RemoteSessions
            .Where(s => s.State == SessionState.AgentJoined || s.State == SessionState.Active).Select(s => s.Id).ToListAsync(cancellation);
    }
}
