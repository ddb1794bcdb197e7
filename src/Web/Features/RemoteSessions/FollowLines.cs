using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Hears from the relay when both ends are there and when a room is over, tells the agent, and has the record follow. The relay must not
/// wait for a database, so nothing is awaited here; what could not be saved is settled by the next beat.
/// </summary>
public sealed class FollowLines(SessionLines lines, SettleLine settle, RelayLog log, TimeProvider time, IHostApplicationLifetime server) : IRelayHearer
{
    public void BothAreIn(Guid sessionId) => _ = Task.Run(() => TakeUpAsync(sessionId));

    public void IsOver(Guid sessionId, RelayOutcome outcome)
    {
        lines.RoomIsOver(sessionId, outcome);
        if (outcome.IsLostLine && lines.IsVerified(sessionId)) _ = Task.Run(() => AwaitReturnAsync(sessionId));
    }

    private async Task TakeUpAsync(Guid session)
    {
        await lines.SayViewerIsReadyAsync(session);
        if (lines.IsVerified(session)) await SettleAsync(session, isUp: true);
    }

    private async Task AwaitReturnAsync(Guid session)
    {
        log.LineLost(session);
        await SettleAsync(session, isUp: false);
        if (await IsStoppedAsync(RemoteSession.LineMayBeAway)) return;
        if (!lines.BothAreOnRelay(session)) await SettleAsync(session, isUp: false);
    }

    private async Task SettleAsync(Guid session, bool isUp)
    {
        try
        {
            await settle.ExecuteAsync(session, isUp, server.ApplicationStopping);
        }
        catch (NotSavedException missed)
        {
            log.NotSettled(session, missed);
        }
        catch (OperationCanceledException) when (server.ApplicationStopping.IsCancellationRequested)
        {
            // The next start aborts whatever is open.
        }
    }

    private async Task<bool> IsStoppedAsync(TimeSpan wait)
    {
        await Task.Delay(wait, time, server.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return server.ApplicationStopping.IsCancellationRequested;
    }
}
