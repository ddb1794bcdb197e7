using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Brings the record of a verified session and its line together: lost, taken up again, or away for too long. Other sessions are left
/// alone: for them a lost line is the end, which the relay's end records.
/// </summary>
public sealed class SettleLine(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <param name="session">The session.</param>
    /// <param name="isUp">Whether both ends are on the relay; what was so when it was seen, which may be past by now.</param>
    /// <param name="cancellation">The server stops.</param>
    /// <exception cref="Hosting.NotSavedException">The database refused; the next beat settles it.</exception>
    public async Task ExecuteAsync(Guid session, bool isUp, CancellationToken cancellation = default)
    {
        if (await change.ExecuteAsync(session, s => Settle(s, isUp, time.GetUtcNow().UtcDateTime), cancellation) is { } end)
            await lines.CutAsync(session, end);
    }

    /// <returns>How it ended, if this ended it.</returns>
    internal SessionEnd? Settle(RemoteSession session, bool isUp, DateTime now)
    {
        if (!session.IsOpen || !session.IsVerified) return null;
        if (isUp)
        {
            session.Resume(now);
            return null;
        }

        if (!session.LineIsGone(now) && MayBeLost(session, now)) return null;
        session.Finish(lines.WhoIsMissing(session.Id), now);
        return session.End;
    }

    private static bool MayBeLost(RemoteSession session, DateTime now)
    {
        try
        {
            session.LoseLine(now);
            return true;
        }
        catch (RuleBrokenException)
        {
            return false; // once too often: this loss is the end
        }
    }
}
