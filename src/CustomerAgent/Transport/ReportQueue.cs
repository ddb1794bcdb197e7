using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// What the desk is to be told, in its order, each until the desk has heard it: a hub line that breaks loses no report. The
/// session does not wait for it.
/// </summary>
internal sealed class ReportQueue : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithOne = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly Channel<Report> _waiting = Channel.CreateUnbounded<Report>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly Func<bool> _isConnected;
    private readonly Task _telling;

    /// <param name="isConnected">Whether the desk's hub is there at this moment.</param>
    public ReportQueue(Func<bool> isConnected)
    {
        _isConnected = isConnected;
        _telling = Task.Run(TellAsync);
    }

    /// <summary>Puts a report behind the others.</summary>
    /// <returns>Completes when the desk has heard it, or will not hear it.</returns>
    public Task Add(Func<CancellationToken, Task> tell)
    {
        var report = new Report(tell, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(report))
            report.Done.TrySetResult();
        return report.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _over.CancelAsync();
        await _telling;
        _over.Dispose();
    }

    private async Task TellAsync()
    {
        await foreach (Report report in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            while (!_over.IsCancellationRequested && !await TryTellAsync(report))
                await Task.WhenAny(Task.Delay(PauseBetweenTries, _over.Token));
            report.Done.TrySetResult();
        }
    }

    private async Task<bool> TryTellAsync(Report report)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
        patience.CancelAfter(PatienceWithOne);
        try
        {
            await report.Tell(patience.Token);
            return true;
        }
        catch (HubException) when (_isConnected())
        {
            return true; // heard and refused: saying it again would change nothing
        }
        catch (Exception failure) when (DeskException.From(failure) is not null)
        {
            return false;
        }
    }

    private sealed record Report(Func<CancellationToken, Task> Tell, TaskCompletionSource Done);
}
