using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// What the desk is to be told, in its order, each until the desk has said that it took it: neither a hub line that breaks nor
/// a desk that cannot save loses a report. The session does not wait for it, but there is none without a record of it.
/// </summary>
internal sealed class ReportQueue : IAsyncDisposable
{
    /// <summary>The desk takes a report within this time, or it is given up, and with it the session.</summary>
    public static readonly TimeSpan LongestUnheard = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PatienceWithOne = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PauseWhileAway = TimeSpan.FromMilliseconds(200);

    // The server counts every try, and takes an agent that reports too often for none: so the pauses grow.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private static readonly Task s_never = new TaskCompletionSource().Task;

    private readonly Channel<Report> _waiting = Channel.CreateUnbounded<Report>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly Action _givenUp;
    private readonly TimeProvider _time;
    private readonly Task _telling;
    private volatile TaskCompletionSource _endWaits = new();

    /// <param name="givenUp">A report stayed unheard for <see cref="LongestUnheard"/>.</param>
    public ReportQueue(Action givenUp, TimeProvider time)
    {
        (_givenUp, _time) = (givenUp, time);
        _telling = Task.Run(TellAsync);
    }

    /// <summary>Puts a report behind the others.</summary>
    /// <param name="tell">Throws <see cref="HubException"/> where the desk refused, anything else where it was not reached.</param>
    /// <returns>Completes when the desk has heard it, or will not hear it.</returns>
    public Task Add(Func<CancellationToken, Task> tell) => Add(tell, isEnd: false);

    /// <summary>Puts a session's last report behind the others. It does not wait for those that the desk refuses.</summary>
    /// <inheritdoc cref="Add(Func{CancellationToken, Task})"/>
    public Task AddEnd(Func<CancellationToken, Task> tell)
    {
        Task done = Add(tell, isEnd: true);
        _endWaits.TrySetResult();
        return done;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _over.CancelAsync();
        await _telling;
        _over.Dispose();
    }

    private Task Add(Func<CancellationToken, Task> tell, bool isEnd)
    {
        var report = new Report(tell, isEnd, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(report))
            report.Done.TrySetResult();
        return report.Done.Task;
    }

    private async Task TellAsync()
    {
        await foreach (Report report in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            await TellAsync(report);
            if (report.IsEnd)
                _endWaits = new TaskCompletionSource();
            report.Done.TrySetResult();
        }
    }

    private async Task TellAsync(Report report)
    {
        long since = _time.GetTimestamp();
        TimeSpan pause = FirstPause;
        while (!_over.IsCancellationRequested && await TryTellAsync(report) is var outcome and not Outcome.Heard)
        {
            if (_time.GetElapsedTime(since) >= LongestUnheard)
            {
                _givenUp();
                return;
            }
            if (outcome == Outcome.Away)
            {
                await PauseAsync(PauseWhileAway);
                continue;
            }
            Task endWaits = report.IsEnd ? s_never : _endWaits.Task;
            await Task.WhenAny(PauseAsync(pause), endWaits);
            if (endWaits.IsCompleted)
                return;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private Task PauseAsync(TimeSpan pause) => Task.WhenAny(Task.Delay(pause, _time, _over.Token));

    private async Task<Outcome> TryTellAsync(Report report)
    {
        using var enough = new CancellationTokenSource(PatienceWithOne, _time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, enough.Token);
        try
        {
            await report.Tell(patience.Token);
            return Outcome.Heard;
        }
        catch (Exception unheard) when (unheard is HubException or OperationCanceledException)
        {
            return Outcome.Refused; // it may be saved or not: only an answer says that it is
        }
        catch (Exception failure) when (DeskException.From(failure) is not null)
        {
            return Outcome.Away;
        }
    }

    private sealed record Report(Func<CancellationToken, Task> Tell, bool IsEnd, TaskCompletionSource Done);

    private enum Outcome
    {
        Heard,
        Refused,
        Away,
    }
}
