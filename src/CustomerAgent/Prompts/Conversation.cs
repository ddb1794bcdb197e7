using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>
/// What is asked and said, in which words, and what the customer's clicks mean. Knows no toolkit. Everything that is not a
/// clear yes is a no: another button, a closed window, no answer in time, an end of the session meanwhile.
/// </summary>
internal sealed class Conversation
{
    private const int SecondsToAllowControl = 60;
    private const int SecondsOfLastPage = 60;

    private readonly IAgentView _view;
    private readonly AgentTexts _texts;
    private readonly TimeProvider _time;
    private TaskCompletionSource<bool>? _open;
    private Action? _ticked;
    private string _consultant = "";
    private bool _asksViewing, _wantsToChoose;

    public Conversation(IAgentView view, AgentTexts texts, TimeProvider time)
    {
        _view = view;
        _texts = texts;
        _time = time;
        view.Acted += OnActed;
    }

    /// <summary>What can be shown alone; null where the customer has no choice.</summary>
    public IShowing? Showing { get; init; }

    /// <summary>The customer wants the session to end, by whatever way.</summary>
    public event Action? EndWanted;

    /// <summary>The customer takes mouse and keyboard back.</summary>
    public event Action? TakeBackWanted;

    /// <summary>The customer wants it to rest, or to go on.</summary>
    public event Action? PauseWanted;

    /// <summary>"Did you call us yourself?"</summary>
    public Task<bool> AskWhetherCalledAsync(CancellationToken ended) => AskAsync(
        new Page("start", _texts.DidYouCall)
        {
            Paragraphs = [_texts.WhatItDoes, _texts.NothingYet],
            Yes = _texts.Yes,
            No = _texts.No,
        },
        ended);

    /// <summary>What to do after a call that was not the customer's own.</summary>
    public Task SayHowToReportAsync(CancellationToken ended) => AskAsync(
        new Page("report", _texts.HangUp) { Paragraphs = [_texts.WeNeverCall, _texts.HowToReport], Yes = _texts.Close }, ended);

    /// <summary>Why it cannot begin at all.</summary>
    public Task SayProblemAsync(string problem, CancellationToken ended) =>
        AskAsync(new Page("problem", problem) { Yes = _texts.Close }, ended);

    /// <summary>Asks for the channel until nine fitting digits are there. Null when the customer stops.</summary>
    /// <param name="entry">What the entry starts with; a hint from outside is shown here and confirmed like any other.</param>
    /// <param name="problem">Why the last channel did not do.</param>
    public async Task<Channel?> AskChannelAsync(string entry, string? problem, CancellationToken ended)
    {
        while (await AskAsync(ChannelPage(entry, problem), ended))
        {
            entry = _view.Entered;
            if (Channel.TryParse(entry, out Channel channel))
            {
                _view.Show(ChannelPage(entry, null) with { Busy = true, Countdown = _texts.OneMoment });
                return channel;
            }
            problem = _texts.DigitsWrong;
        }
        return null;
    }

    /// <summary>"… would like to see your screen", with what was accepted and for which ticket.</summary>
    public async Task<bool> AskViewingAsync(JoinedSession session, CancellationToken ended)
    {
        bool allowed;
        do
        {
            (_asksViewing, _wantsToChoose) = (true, false);
            allowed = await AskAsync(ViewingPage(session), ended);
            _asksViewing = false;
            if (_wantsToChoose)
                await ChooseAsync(session.Consultant, ended);
        }
        while (_wantsToChoose);
        return allowed;
    }

    private Page ViewingPage(JoinedSession session) =>
        new("viewing", _texts.WantsToSee(session.Consultant))
        {
            Facts =
            [
                new Fact(_texts.Desk, session.Institution),
                new Fact(_texts.Ticket, session.TicketNumber),
                .. session.Documents.Select((document, index) =>
                    new Fact(index == 0 ? _texts.Accepted : "", _texts.Document(document))),
            ],
            Paragraphs = [_texts.PrivateWindows, _texts.EndAnyTime(_view.HotKey)],
            ShowOnly = Showing is null ? null : _texts.ShowOnly,
            Yes = _texts.AllowViewing,
            No = _texts.NoEnd,
        };

    /// <summary>"… would like to use mouse and keyboard": no answer within a minute is a no.</summary>
    public async Task<bool> AskControlAsync(JoinedSession session, CancellationToken ended)
    {
        Page At(int seconds) => new("control", _texts.WantsToControl(session.Consultant))
        {
            Paragraphs = [_texts.TakeBackAnyTime],
            Countdown = _texts.NoIn(seconds),
            Yes = _texts.AllowControl,
            No = _texts.No,
            Primary = false,
        };
        bool allowed = await AskForAsync(SecondsToAllowControl, At, ended);
        _view.HidePanel();
        return allowed;
    }

    /// <summary>The session runs: the panel goes, the strip stays.</summary>
    public void HidePanel() => _view.HidePanel();

    /// <summary>What the strip says now.</summary>
    /// <param name="state">What is granted, whether it rests or not.</param>
    public void SayState(StripState state, JoinedSession session, TimeSpan clock, PauseReason pause = PauseReason.Running)
    {
        _consultant = session.Consultant;
        StripState shown = pause == PauseReason.Running ? state : StripState.Paused;
        _view.Show(new Strip(
            shown,
            _texts.Word(shown),
            pause == PauseReason.Running ? _texts.By(state, session.Consultant, session.TicketNumber) : _texts.Rests(pause),
            state == StripState.Waiting ? "" : $"{(int)clock.TotalMinutes:00}:{clock.Seconds:00}",
            state == StripState.Waiting || Showing is null ? null : _texts.ShowOnly,
            state == StripState.Waiting ? null : pause == PauseReason.ByCustomer ? _texts.GoOn : _texts.Pause,
            state == StripState.Controlled ? _texts.TakeBack : null,
            _texts.End));
    }

    /// <summary>The last page: who or what ended it, and the file that may go. Closes by itself.</summary>
    public Task SayEndedAsync(string news, string? file)
    {
        _view.HideStrip();
        Page At(int seconds) => new("ended", news)
        {
            Paragraphs = file is null ? [_texts.NobodySees] : [_texts.NobodySees, _texts.DeleteFile],
            Copyable = file,
            Countdown = _texts.ClosesIn(seconds),
            Yes = _texts.Close,
        };
        return AskForAsync(SecondsOfLastPage, At, CancellationToken.None);
    }

    // Nothing changes before the customer has seen how it will look and said yes.
    private async Task ChooseAsync(string consultant, CancellationToken ended)
    {
        if (Showing is not { } showing)
            return;
        var offer = new Offer(showing.List(), _texts);
        IReadOnlyList<Option> options = offer.Options(showing.Choice);
        Page At(Choice choice) => new("show", _texts.WhatToShow(consultant))
        {
            Options = options,
            Caption = _texts.Preview,
            Picture = showing.Preview(choice),
            Yes = _texts.ShowThis,
            No = _texts.Back,
        };
        Choice chosen = showing.Choice;
        Action ticked = _ticked = () => _view.Show(At(chosen = offer.Choice(_view.Ticked)));
        bool yes = await AskAsync(At(chosen), ended);
        if (_ticked == ticked)
            _ticked = null;
        if (yes)
        {
            showing.Choice = chosen;
            _view.Frame((chosen as OneMonitor)?.Place);
        }
        if (!IsAsking)
            _view.HidePanel();
    }

    private bool IsAsking => _open is { Task.IsCompleted: false };

    private Page ChannelPage(string entry, string? problem) => new("channel", _texts.YourChannel)
    {
        Paragraphs = [entry.Length > 0 && problem is null ? _texts.CheckDigits : _texts.TypeDigits],
        Entry = entry,
        Problem = problem,
        Yes = _texts.Continue,
        No = _texts.Stop,
    };

    private async Task<bool> AskForAsync(int seconds, Func<int, Page> pageAt, CancellationToken ended)
    {
        using var counting = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Task<bool> answer = AskAsync(pageAt(seconds), counting.Token);
        for (int left = seconds - 1; left >= 0 && !answer.IsCompleted; left--)
        {
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1), _time, counting.Token));
            if (!answer.IsCompleted && left > 0)
                _view.Show(pageAt(left));
        }
        await counting.CancelAsync();
        return await answer;
    }

    private async Task<bool> AskAsync(Page page, CancellationToken ended)
    {
        if (ended.IsCancellationRequested)
            return false;
        _open?.TrySetResult(false); // another page takes its place
        var open = _open = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = ended.Register(() => open.TrySetResult(false));
        _view.Show(page);
        return await open.Task;
    }

    private void Choose(ViewAction action)
    {
        if (action == ViewAction.Tick)
            _ticked?.Invoke();
        else if (_asksViewing)
            _wantsToChoose = _open?.TrySetResult(false) == true;
        else if (!IsAsking)
            _ = ChooseAsync(_consultant, CancellationToken.None);
    }

    private void OnActed(ViewAction action)
    {
        if (action is ViewAction.ShowOnly or ViewAction.Tick)
        {
            Choose(action);
            return;
        }
        if (action == ViewAction.ClosePanel && _ticked is not null)
            action = ViewAction.No; // only the choice is off, not the session
        if (action is ViewAction.TakeBack or ViewAction.Pause)
        {
            (action == ViewAction.Pause ? PauseWanted : TakeBackWanted)?.Invoke();
            return;
        }
        if (action is ViewAction.End or ViewAction.ClosePanel)
            EndWanted?.Invoke();
        _open?.TrySetResult(action == ViewAction.Yes);
    }
}
