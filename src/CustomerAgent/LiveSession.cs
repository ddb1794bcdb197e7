using ServiceDesk.CustomerAgent.Clipboard;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// A session on a verified line, until its end: its clock, what is asked of the customer and what the customer takes back,
/// all shown on the strip. On the windows' thread.
/// </summary>
internal sealed class LiveSession
{
    /// <summary>Nothing heard for so long: everything rests.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>Nothing heard for so long: the line is lost.</summary>
    public static readonly TimeSpan SilenceOfLostLine = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ClockStep = TimeSpan.FromMilliseconds(250);

    private readonly SynchronizationContext? _windows = SynchronizationContext.Current;
    private readonly RunningSession _on;
    private readonly Conversation _talk;
    private readonly InputGate _gate;
    private readonly Lifeline _lifeline;
    private readonly Permissions _permissions;
    private readonly Questions _questions;
    private readonly Wishes _wishes;
    private readonly TextExchange _texts;
    private readonly ControlTerm _control;
    private readonly long _start;

    /// <param name="clipboard">Null where there is none.</param>
    /// <param name="offered">What the viewer may ask for.</param>
    public LiveSession(RunningSession on, Conversation talk, InputGate gate, Lifeline lifeline, IClipboard? clipboard, Grants offered)
    {
        (_on, _talk, _gate, _lifeline, _start) = (on, talk, gate, lifeline, on.Time.GetTimestamp());
        _permissions = new Permissions(on, gate);
        _questions = new Questions(gate, on.Ending);
        _wishes = new Wishes(on, talk, _permissions, _questions, offered);
        _texts = new TextExchange(on, talk, gate, _permissions, _questions, clipboard);
        _control = new ControlTerm(on, talk, gate, _permissions, _questions);
    }

    /// <summary>The line is verified, and seeing allowed. Runs until the end.</summary>
    public async Task RunAsync(ViewerListener viewer)
    {
        _on.Desk.ReportGrants(Grants.View, declined: Grants.None);
        _permissions.Changed += SayState;
        _talk.RevokeWanted += grants => Guarded(() => _permissions.TakeBackAsync(grants));
        _talk.PauseWanted += Pause;
        _gate.PauseChanged += () => OnWindows(TellPauseAsync);
        _lifeline.Lost += wasMore => OnWindows(() => NoteLossAsync(wasMore));
        SayState();
        await Task.WhenAll(
            _on.Ending.UntilItEndsAsync(KeepClockAsync),
            _on.Ending.UntilItEndsAsync(() => _wishes.AnswerAsync(viewer.Wishes, _gate)),
            _on.Ending.UntilItEndsAsync(() => _texts.AnswerAsync(viewer.Texts)),
            _on.Ending.UntilItEndsAsync(() => AnswerProblemsAsync(viewer)));
    }

    private async Task AnswerProblemsAsync(ViewerListener viewer)
    {
        await foreach (PauseReason _ in viewer.Problems.ReadAllAsync(_on.Ending.Token))
        {
            _questions.CallOff();
            _on.Desk.ReportNews(SessionNews.ProblemFound);
            await _permissions.TakeBackAsync(~Grants.View);
            if (!await _questions.AskWhetherToGoOnAsync(off => _talk.AskWhetherToGoOnAsync(_on.Session, off), GoOn))
            {
                _on.Ending.End(SessionEndReason.CustomerDeclined);
                return;
            }
        }
    }

    private void GoOn()
    {
        _on.Desk.ReportNews(SessionNews.WentOn);
        _gate.Rest(PauseReason.Running);
    }

    private async Task TellPauseAsync()
    {
        SayState();
        await _on.Line.SendAsync(new Paused(_gate.Pause));
    }

    private void Pause()
    {
        if (_gate.Pause != PauseReason.ProblemFound)
            _gate.Rest(_gate.Pause == PauseReason.ByCustomer ? PauseReason.Running : PauseReason.ByCustomer);
    }

    private Task NoteLossAsync(bool wasMore)
    {
        _questions.CallOff();
        if (wasMore)
            _on.Desk.ReportGrants(_gate.Granted, declined: Grants.None);
        SayState();
        return Task.CompletedTask;
    }

    private async Task KeepClockAsync()
    {
        using var step = new PeriodicTimer(ClockStep, _on.Time);
        while (await step.WaitForNextTickAsync(_on.Ending.Token))
        {
            WatchSilence();
            await _control.WatchAsync();
            SayState();
        }
    }

    private void WatchSilence()
    {
        if (_gate.Line == LineState.Lost)
            return;
        TimeSpan silence = _on.Line.Silence;
        _gate.Silence(silence >= LongestSilence);
        if (silence >= SilenceOfLostLine)
            _on.Line.Lose();
    }

    private void SayState() => _talk.Strip.Say(
        _gate.Granted, _on.Session, _on.Time.GetElapsedTime(_start), _gate.Pause, _gate.Line, _gate.Line == LineState.Lost ? _lifeline.Left : TimeSpan.Zero);

    private void OnWindows(Func<Task> part)
    {
        if (_windows is null)
            Guarded(part);
        else
            _windows.Post(_ => Guarded(part), null);
    }

    private void Guarded(Func<Task> part) => _ = _on.Ending.UntilItEndsAsync(part);
}
