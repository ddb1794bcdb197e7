using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>Sees to it that control ends after its time, and that the customer is asked before. On the windows' thread.</summary>
internal sealed class ControlTerm
{
    private readonly RunningSession _on;
    private readonly Conversation _talk;
    private readonly InputGate _gate;
    private readonly Permissions _permissions;
    private readonly Questions _questions;
    private readonly ControlClock _clock;
    private CancellationTokenSource? _confirming;

    public ControlTerm(RunningSession on, Conversation talk, InputGate gate, Permissions permissions, Questions questions)
    {
        (_on, _talk, _gate, _permissions, _questions) = (on, talk, gate, permissions, questions);
        _clock = new ControlClock(on.Time);
        permissions.Given += grant =>
        {
            if (grant == Grants.Control)
                _clock.Begin();
        };
        permissions.Changed += () =>
        {
            if (!gate.Allows(Grants.Control))
                _confirming?.Cancel();
        };
    }

    /// <summary>Looks at the clock.</summary>
    public async Task WatchAsync()
    {
        if (!_gate.Allows(Grants.Control))
            return;
        if (_clock.IsOver)
            await ExpireAsync();
        else if (_clock.TryAsk())
            _ = _on.Ending.UntilItEndsAsync(ConfirmAsync);
    }

    private async Task ConfirmAsync()
    {
        using var confirming = _confirming = new CancellationTokenSource();
        bool? confirmed = await _questions.AskAsync(off => _talk.AskStillControlAsync(_on.Session, off), confirming.Token);
        if (_confirming == confirming)
            _confirming = null;
        if (confirmed is null || !_gate.Allows(Grants.Control))
            return; // over meanwhile, one way or another
        if (confirmed == false)
        {
            await ExpireAsync();
            return;
        }
        _clock.Begin();
        _on.Desk.ReportNews(SessionNews.ControlConfirmed);
    }

    private async Task ExpireAsync()
    {
        _on.Desk.ReportNews(SessionNews.ControlExpired);
        await _permissions.TakeBackAsync(Grants.Control);
    }
}
