using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Aborts what a crash left behind, then beats every fifteen seconds while the server runs. When it stops, agents are told, and the
/// records are closed.
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

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(() => abort.ExecuteAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await SaveAsync(() => beat.ExecuteAsync(stoppingToken));
    }

    /// <summary>What cannot be saved now is saved by the next beat, or at the next start; the sessions themselves do not need the database.</summary>
    private async Task SaveAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (Exception missed) when (missed is DbUpdateException or DbException)
        {
            LogMissed(missed);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} remote sessions were open when the server last stopped; they are aborted")]
    private partial void LogAborted(int count);

    [LoggerMessage(2, LogLevel.Warning, "The state of the remote sessions could not be saved")]
    private partial void LogMissed(Exception missed);
}
