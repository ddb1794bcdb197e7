using System.Net.WebSockets;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// Keeps a verified session on a line: listens, and when the line is lost lets everything go at once and finds the viewer
/// again on another, within a minute, with new keys and nothing but seeing allowed.
/// </summary>
internal sealed class Lifeline(RunningSession on, ViewerListener viewer, InputGate gate, FramePump pump, ResumeAgent resume)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private long _lostSince;

    /// <summary>The line is lost; everything is let go already. Says whether more than seeing was allowed. Raised on any thread.</summary>
    public event Action<bool>? Lost;

    /// <summary>How long is left to find another on.Line. While <see cref="InputGate.Line"/> says that it is lost.</summary>
    public TimeSpan Left => Rs1Limits.Resume - on.Time.GetElapsedTime(Interlocked.Read(ref _lostSince));

    /// <summary>Runs until the session ends.</summary>
    public async Task<EndOfSession> RunAsync(CancellationToken ended)
    {
        while (true)
        {
            SessionEndReason reason = await viewer.RunAsync();
            if (reason != SessionEndReason.LineLost || ended.IsCancellationRequested)
                return new EndOfSession(reason);
            Interlocked.Exchange(ref _lostSince, on.Time.GetTimestamp());
            bool wasMore = gate.LoseLine();
            on.Line.Lose();
            resume.LineLost();
            Lost?.Invoke(wasMore);
            if (await ReturnAsync(ended) is { } end)
                return end;
        }
    }

    // Null when there is a line again.
    private async Task<EndOfSession?> ReturnAsync(CancellationToken ended)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Task clock = EndWithTimeAsync(over);
        try
        {
            while (!resume.IsOver())
            {
                if (await TryReturnAsync(over.Token) is (var end, true))
                    return end;
                await Task.Delay(Look, on.Time, over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The minute is over, or the session.
        }
        finally
        {
            await over.CancelAsync();
            await clock;
        }
        return new EndOfSession(SessionEndReason.LineLost);
    }

    private async Task EndWithTimeAsync(CancellationTokenSource over)
    {
        using var step = new PeriodicTimer(Look, on.Time);
        while (!over.IsCancellationRequested && Left > TimeSpan.Zero)
            await Task.WhenAny(step.WaitForNextTickAsync(over.Token).AsTask());
        await over.CancelAsync();
    }

    /// <returns>Done, with the end or without one; or not done, to be tried again.</returns>
    private async Task<(EndOfSession? End, bool IsDone)> TryReturnAsync(CancellationToken over)
    {
        RelaySocket? relay = null;
        try
        {
            if (await on.Desk.ReturnAsync(over) is not { } back)
                return (new EndOfSession(SessionEndReason.LineLost), true);
            relay = await on.Desk.OpenRelayAsync(back.RelayPath, back.RelayToken, over);
            if (!resume.TryBegin(out byte[] r1))
                return (new EndOfSession(SessionEndReason.LineLost), true);
            await relay.SendAsync(r1);
            if (await relay.ReceiveAsync().WaitAsync(over) is not { } r2)
                return relay.ReasonOfClose is var reason && reason == SessionEndReason.LineLost ? (null, false) : (new EndOfSession(reason), true);
            if (resume.Complete(r2.Span) is not { } records)
                return (await RefuseAsync(relay, over), true);
            await on.Line.ReplaceAsync(relay, records, First);
            relay = null;
            return (null, true);
        }
        catch (Exception away) when (away is DeskException or WebSocketException or ObjectDisposedException)
        {
            return (null, false);
        }
        catch (WireFormatException)
        {
            return (EndOfSession.Refused(CloseCode.Malformed), true);
        }
        finally
        {
            relay?.Dispose();
        }
    }

    // The line that was refused is not the session's: it hears why, and is gone.
    private async Task<EndOfSession> RefuseAsync(RelaySocket relay, CancellationToken over)
    {
        CloseCode code = resume.Failure ?? CloseCode.Malformed;
        try
        {
            await relay.CloseAsync(code, over);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
        }
        return code == CloseCode.TimedOut ? new EndOfSession(SessionEndReason.LineLost) : EndOfSession.Refused(code);
    }

    // The pump begins anew before anything can be sent on the new line, and the grants come first on it.
    private IEnumerable<IWireMessage> First()
    {
        pump.BeginAnew();
        if (gate.FindLine() is not { } grants)
            yield break;
        yield return grants;
        if (gate.Pause != PauseReason.Running)
            yield return new Paused(gate.Pause);
    }
}
