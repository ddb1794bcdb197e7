namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Aborts what a crash left behind, then beats every fifteen seconds while the server runs, and cuts all lines when it stops.</summary>
internal sealed partial class KeepSessionsSeen(AbortOpenSessions abort, BeatSessions beat, SessionLines lines, TimeProvider time, ILogger<KeepSessionsSeen> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>Before the server takes its first request: an old session must not be mistaken for a running one.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        int aborted = await abort.ExecuteAsync(cancellationToken);
        if (aborted > 0) LogAborted(aborted);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (Guid session in lines.Sessions) await lines.CutAsync(session, Domain.RemoteSessions.SessionEnd.Aborted);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await beat.ExecuteAsync(stoppingToken);
            }
            catch (Exception missed) when (missed is Microsoft.EntityFrameworkCore.DbUpdateException or System.Data.Common.DbException)
            {
                LogMissed(missed); // the next beat is due soon; the sessions themselves do not need the database
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} remote sessions were open when the server last stopped; they are aborted")]
    private partial void LogAborted(int count);

    [LoggerMessage(2, LogLevel.Warning, "A heartbeat of the remote sessions could not be saved")]
    private partial void LogMissed(Exception missed);
}
