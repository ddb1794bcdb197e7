using System.Data.Common;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Aborts what an earlier run left behind, then beats every fifteen seconds. When the server stops, agents are told; the records are
/// closed by the next start, which cannot tell a stop from a crash and need not.
/// </summary>
internal sealed partial class KeepSessionsSeen(AbortOpenSessions abort, BeatSessions beat, SessionLines lines, IHostApplicationLifetime server, ILogger<KeepSessionsSeen> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>Before the server takes its first request: an old session must not be mistaken for a running one.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        int aborted = await abort.ExecuteAsync(cancellationToken);
        if (aborted > 0) LogAborted(aborted);
        server.ApplicationStopping.Register(() => _ = lines.CutAllAsync(SessionEnd.Aborted));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await beat.ExecuteAsync(stoppingToken);
            }
            catch (Exception missed) when (missed is NotSavedException or DbException)
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
