using System.Net.WebSockets;
using System.Security.Cryptography;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// From "May … see your screen?" to a line on which nobody stands in between: the customer's yes, the handshake, the number
/// that is read out and typed. Whatever goes wrong ends the session.
/// </summary>
internal sealed class Verification(RunningSession on, Channel channel, Conversation talk, AgentTexts texts) : IDisposable
{
    /// <summary>How long the customer may think about letting the screen be seen.</summary>
    public static readonly TimeSpan LongestThought = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock _guard = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private HandshakeAgent? _handshake;
    private TaskCompletionSource _numberDue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _attempt = new();
    private long _numberSince;
    private int _wrong;

    /// <summary>What the viewer may ask for, as it says.</summary>
    public Grants Offered => _handshake?.Offered ?? Grants.None;

    /// <summary>Runs until the right number was typed. Null when it has ended before.</summary>
    public async Task<VerifiedAgent?> RunAsync()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(on.Ending.Token);
        _handshake = new HandshakeAgent(Rs1Context.Of(on.Session, channel), on.Time, _random);
        Task listening = on.Ending.UntilItEndsAsync(() => ListenAsync(over.Token));
        VerifiedAgent? verified = null;
        using var thought = new CancellationTokenSource(LongestThought, on.Time);
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(on.Ending.Token, thought.Token);
        if (await talk.AskViewingAsync(on.Session, asked.Token))
        {
            SayConnecting(again: false);
            Task beginning = on.Ending.UntilItEndsAsync(() => BeginWheneverReadyAsync(over.Token));
            Task watching = on.Ending.UntilItEndsAsync(() => WatchClockAsync(over.Token));
            if (await AskNumberAsync())
                verified = Open();
            await over.CancelAsync();
            await Task.WhenAll(beginning, watching);
        }
        else
        {
            on.Ending.End(thought.IsCancellationRequested ? SessionEndReason.TimedOut : SessionEndReason.CustomerDeclined);
        }
        await over.CancelAsync();
        await listening;
        return verified;
    }

    public void Dispose()
    {
        _handshake?.Dispose();
        _random.Dispose();
        _attempt.Dispose();
    }

    // The desk says again that both are there when the viewer had to come again: what went before is void.
    private async Task BeginWheneverReadyAsync(CancellationToken over)
    {
        try
        {
            while (true)
            {
                await on.Desk.ViewerReadyAsync(over);
                await BeginAsync();
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Verified, or ended.
        }
    }

    private async Task BeginAsync()
    {
        byte[] m1;
        CancellationTokenSource before = _attempt;
        lock (_guard)
        {
            if (_handshake!.State == HandshakeState.Verified)
                return;
            if (!_handshake.TryBegin(out m1))
            {
                Refuse();
                return;
            }
            _attempt = new CancellationTokenSource();
            _numberDue.TrySetCanceled(CancellationToken.None);
            _numberDue = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        await before.CancelAsync();
        await SendAsync(m1);
    }

    private async Task ListenAsync(CancellationToken over)
    {
        try
        {
            while (true)
            {
                await on.Line.PeekAsync().WaitAsync(over);
                if (await on.Line.ReceiveHandshakeAsync() is not { } message)
                {
                    on.Ending.End(on.Line.ReasonOfClose);
                    return;
                }
                if (!await TakeAsync(message))
                    return;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Verified, or ended: what comes now is a record, and not ours.
        }
        catch (WireFormatException)
        {
            on.Ending.End(SessionEndReason.ProtocolError);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            on.Ending.End(SessionEndReason.LineLost);
        }
    }

    private async Task<bool> TakeAsync(ReadOnlyMemory<byte> message)
    {
        byte[]? reply;
        lock (_guard)
        {
            reply = _handshake!.Receive(message.Span);
            if (reply is null)
            {
                Refuse();
                return false;
            }
            if (_handshake.State == HandshakeState.Number)
            {
                _numberSince = on.Time.GetTimestamp();
                _numberDue.TrySetResult();
            }
        }
        await SendAsync(reply);
        return true;
    }

    private async Task WatchClockAsync(CancellationToken over)
    {
        try
        {
            using var step = new PeriodicTimer(Look, on.Time);
            while (await step.WaitForNextTickAsync(over))
            {
                lock (_guard)
                {
                    if (_handshake!.IsOver())
                        Refuse();
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Verified, or ended.
        }
    }

    // True when the right number was typed, false when it has ended.
    private async Task<bool> AskNumberAsync()
    {
        string entry = "";
        string? problem = null;
        for (int attempt = 0; !on.Ending.Token.IsCancellationRequested;)
        {
            CancellationToken thisAttempt = await NumberDueAsync();
            if (on.Ending.Token.IsCancellationRequested)
                return false;
            if (attempt != _handshake!.Attempt)
                (attempt, entry, problem) = (_handshake.Attempt, "", null);
            using var step = CancellationTokenSource.CreateLinkedTokenSource(on.Ending.Token, thisAttempt);
            TimeSpan left = Rs1Limits.Number - on.Time.GetElapsedTime(_numberSince);
            string? typed = await talk.AskNumberAsync(on.Session, entry, problem, attempt > 1, (int)Math.Ceiling(left.TotalSeconds), step.Token);
            if (thisAttempt.IsCancellationRequested)
            {
                SayConnecting(again: true);
                continue;
            }
            if (typed is null)
            {
                EndUnanswered();
                return false;
            }
            switch (Enter(typed, attempt, out int triesLeft))
            {
                case NumberEntry.Right:
                    on.Desk.ReportNews(SessionNews.Verified);
                    return true;
                case NumberEntry.NotANumber:
                    (entry, problem) = (typed, texts.NotSixDigits);
                    break;
                case NumberEntry.Wrong:
                    on.Desk.ReportNews(SessionNews.NumberWrong);
                    (entry, problem) = ("", texts.NumberWrong(triesLeft));
                    break;
            }
        }
        return false;
    }

    // Nobody answered: the time is over, or it was the customer; or it has ended already.
    private void EndUnanswered()
    {
        lock (_guard)
        {
            if (_handshake!.IsOver())
                Refuse();
        }
        on.Ending.End(SessionEndReason.CustomerEnded);
    }

    // Waits for the number's step, attempt after attempt.
    private async Task<CancellationToken> NumberDueAsync()
    {
        while (true)
        {
            Task due;
            CancellationToken attempt;
            lock (_guard)
                (due, attempt) = (_numberDue.Task, _attempt.Token);
            await Task.WhenAny(due.WaitAsync(on.Ending.Token));
            if (due.IsCompletedSuccessfully || on.Ending.Token.IsCancellationRequested)
                return attempt;
        }
    }

    private NumberEntry Enter(string typed, int attempt, out int triesLeft)
    {
        lock (_guard)
        {
            triesLeft = 0;
            if (_handshake!.State != HandshakeState.Number || _handshake.Attempt != attempt)
                return NumberEntry.Ended; // what was typed was for a number that is void; the next one is asked for
            NumberEntry result = _handshake.Enter(typed);
            if (result == NumberEntry.Wrong)
                triesLeft = Rs1Limits.Typings - ++_wrong;
            if (result == NumberEntry.Ended && _handshake.Failure == CloseCode.SecurityCheck)
            {
                on.Desk.ReportNews(SessionNews.NumberWrong);
                on.Ending.End(SessionEndReason.NumberWrong);
            }
            else if (result == NumberEntry.Ended)
            {
                Refuse();
            }
            return result;
        }
    }

    private void SayConnecting(bool again) =>
        _ = on.Ending.UntilItEndsAsync(() => talk.SayConnectingAsync(on.Session, again, on.Ending.Token));

    private VerifiedAgent? Open()
    {
        lock (_guard)
            return _handshake!.State == HandshakeState.Verified ? _handshake.Open(Grants.View) : null;
    }

    private void Refuse() => on.Ending.End(EndOfSession.Refused(_handshake!.Failure ?? CloseCode.Malformed));

    private async Task SendAsync(byte[] message)
    {
        try
        {
            await on.Line.SendHandshakeAsync(message);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            on.Ending.End(SessionEndReason.LineLost);
        }
    }
}
