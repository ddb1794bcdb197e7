using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// What the customer has allowed while the session runs: asked here one thing at a time, shown on the strip, told to the
/// viewer and the desk. On the windows' thread.
/// </summary>
/// <param name="offered">What the viewer may ask for.</param>
internal sealed class LiveSession(
    Conversation talk, InputGate gate, Desk desk, LineToViewer line, Lifeline lifeline, JoinedSession session, Grants offered, Ending ending, TimeProvider time)
{
    /// <summary>Nothing heard for so long: everything rests.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>Nothing heard for so long: the line is lost.</summary>
    public static readonly TimeSpan SilenceOfLostLine = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ClockStep = TimeSpan.FromMilliseconds(250);

    private readonly SynchronizationContext? _windows = SynchronizationContext.Current;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly ControlClock _control = new(time);
    private readonly long _start = time.GetTimestamp();
    private CancellationTokenSource? _wish;

    /// <summary>The line is verified, and seeing allowed. Runs until the end: clock, wishes, problems, what the customer takes back.</summary>
    public async Task RunAsync(ViewerListener viewer)
    {
        desk.ReportGrants(Grants.View, declined: Grants.None);
        talk.RevokeWanted += grants => Guarded(() => RevokeAsync(grants));
        talk.PauseWanted += Pause;
        gate.PauseChanged += () => OnWindows(TellPauseAsync);
        lifeline.Lost += wasMore => OnWindows(() => NoteLossAsync(wasMore));
        SayState();
        await Task.WhenAll(
            ending.UntilItEndsAsync(KeepClockAsync),
            ending.UntilItEndsAsync(() => AnswerWishesAsync(viewer)),
            ending.UntilItEndsAsync(() => AnswerProblemsAsync(viewer)));
    }

    private async Task AnswerWishesAsync(ViewerListener viewer)
    {
        await foreach (Grants wish in viewer.Wishes.ReadAllAsync(ending.Token))
        {
            foreach (Grants one in Enum.GetValues<Grants>().Where(one => one != Grants.None && wish.HasFlag(one) && !gate.Allows(one)))
                await AnswerAsync(one);
        }
    }

    private async Task AnswerAsync(Grants wish)
    {
        bool allowed = offered.HasFlag(wish) && await AskAsync(ended => talk.AskGrantAsync(wish, session, ended));
        if (allowed && gate.Grant(wish) is { } changed)
        {
            if (wish == Grants.Control)
                _control.Begin();
            await TellAsync(changed);
            return;
        }
        await line.SendAsync(new GrantDeclined(wish));
        desk.ReportGrants(gate.Granted, declined: wish);
    }

    // A question to the customer: one at a time, and off when the line is lost or a problem was found.
    private async Task<bool> AskAsync(Func<CancellationToken, Task<bool>> question)
    {
        await _asking.WaitAsync(ending.Token);
        using var wish = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        try
        {
            _wish = wish;
            return gate.Line != LineState.Lost && gate.Pause != PauseReason.ProblemFound
                && await question(wish.Token) && !wish.IsCancellationRequested;
        }
        finally
        {
            _wish = null;
            _asking.Release();
        }
    }

    private async Task AnswerProblemsAsync(ViewerListener viewer)
    {
        await foreach (PauseReason _ in viewer.Problems.ReadAllAsync(ending.Token))
        {
            _wish?.Cancel();
            desk.ReportNews(SessionNews.ProblemFound);
            await RevokeAsync(~Grants.View);
            await _asking.WaitAsync(ending.Token);
            if (!await talk.AskWhetherToGoOnAsync(session, ending.Token))
            {
                ending.End(SessionEndReason.CustomerDeclined);
                return;
            }
            desk.ReportNews(SessionNews.WentOn);
            gate.Rest(PauseReason.Running);
            _asking.Release();
        }
    }

    private async Task RevokeAsync(Grants grants)
    {
        if (gate.Revoke(grants & ~Grants.View) is { } changed)
            await TellAsync(changed);
    }

    private async Task TellAsync(GrantsChanged changed)
    {
        SayState();
        desk.ReportGrants(changed.Grants, declined: Grants.None);
        await line.SendAsync(changed);
    }

    private async Task TellPauseAsync()
    {
        SayState();
        await line.SendAsync(new Paused(gate.Pause));
    }

    private void Pause()
    {
        if (gate.Pause != PauseReason.ProblemFound)
            gate.Rest(gate.Pause == PauseReason.ByCustomer ? PauseReason.Running : PauseReason.ByCustomer);
    }

    private Task NoteLossAsync(bool wasMore)
    {
        _wish?.Cancel();
        if (wasMore)
            desk.ReportGrants(gate.Granted, declined: Grants.None);
        SayState();
        return Task.CompletedTask;
    }

    private async Task KeepClockAsync()
    {
        using var step = new PeriodicTimer(ClockStep, time);
        while (await step.WaitForNextTickAsync(ending.Token))
        {
            WatchSilence();
            await WatchControlAsync();
            SayState();
        }
    }

    private void WatchSilence()
    {
        if (gate.Line == LineState.Lost)
            return;
        TimeSpan silence = line.Silence;
        gate.Silence(silence >= LongestSilence);
        if (silence >= SilenceOfLostLine)
            line.Lose();
    }

    private async Task WatchControlAsync()
    {
        if (!gate.Allows(Grants.Control))
            return;
        if (_control.IsOver)
            await ExpireAsync();
        else if (_control.TryAsk())
            Guarded(ConfirmControlAsync);
    }

    private async Task ConfirmControlAsync()
    {
        bool confirmed = await AskAsync(ended => talk.AskStillControlAsync(session, ended));
        if (!gate.Allows(Grants.Control))
            return; // over meanwhile, one way or another
        if (!confirmed)
        {
            await ExpireAsync();
            return;
        }
        _control.Begin();
        desk.ReportNews(SessionNews.ControlConfirmed);
    }

    private async Task ExpireAsync()
    {
        _wish?.Cancel();
        desk.ReportNews(SessionNews.ControlExpired);
        await RevokeAsync(Grants.Control);
    }

    private void SayState() => talk.SayState(
        gate.Granted, session, time.GetElapsedTime(_start), gate.Pause, gate.Line, gate.Line == LineState.Lost ? lifeline.Left : TimeSpan.Zero);

    private void OnWindows(Func<Task> part)
    {
        if (_windows is null)
            Guarded(part);
        else
            _windows.Post(_ => Guarded(part), null);
    }

    private void Guarded(Func<Task> part) => _ = ending.UntilItEndsAsync(part);
}
