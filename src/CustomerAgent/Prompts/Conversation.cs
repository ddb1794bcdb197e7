using ServiceDesk.CustomerAgent.Input;
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
    private const int SecondsToAllow = 60;
    private const int SecondsOfLastPage = 60;

    private readonly IAgentView _view;
    private readonly AgentTexts _texts;
    private readonly TimeProvider _time;
    private TaskCompletionSource<bool>? _open;
    private Action? _ticked;
    private string _consultant = "";
    private bool _asksViewing, _wantsToChoose;
    private (Grants Granted, IReadOnlyList<Revocation> List) _held = (Grants.None, []);

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

    /// <summary>The customer takes this back.</summary>
    public event Action<Grants>? RevokeWanted;

    /// <summary>The customer shows something else from now on.</summary>
    public event Action<Choice>? Chosen;

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

    /// <summary>The customer said yes, and the consultant's side is not there yet. A click on Stop ends it.</summary>
    /// <param name="handshakeAgain">It was there, and had to come again.</param>
    public async Task SayConnectingAsync(JoinedSession session, bool handshakeAgain, CancellationToken ended)
    {
        var page = new Page("connecting", _texts.WaitFor(session.Consultant))
        {
            Paragraphs = handshakeAgain ? [_texts.SetUpAnew, _texts.NumberComes(session.Consultant)] : [_texts.NumberComes(session.Consultant)],
            Yes = _texts.Stop,
            Primary = false,
        };
        if (await AskAsync(page, ended))
            EndWanted?.Invoke();
    }

    /// <summary>"Type the six digits that … reads to you". Null when the customer stops, or it ends meanwhile.</summary>
    /// <param name="entry">What the entry starts with.</param>
    /// <param name="problem">Why the last entry did not do.</param>
    /// <param name="again">The connection was set up anew: an earlier number is void.</param>
    /// <param name="seconds">How long there is to type it.</param>
    public async Task<string?> AskNumberAsync(JoinedSession session, string entry, string? problem, bool again, int seconds, CancellationToken ended)
    {
        Page At(int left) => new("number", _texts.TypeNumber(session.Consultant))
        {
            Paragraphs = again ? [_texts.SetUpAnew, _texts.WhyNumber] : [_texts.WhyNumber],
            Entry = entry,
            Problem = problem,
            Countdown = _texts.TimeLeft(left / 60, left % 60),
            Yes = _texts.Continue,
            No = _texts.Stop,
        };
        return await AskForAsync(seconds, At, ended) ? _view.Entered : null;
    }

    /// <summary>"… would like to use mouse and keyboard", or whatever the wish is: no answer within a minute is a no.</summary>
    public Task<bool> AskGrantAsync(Grants wish, JoinedSession session, CancellationToken ended) => AskForPermissionAsync(
        new Page(PageOf(wish), _texts.Wants(wish, session.Consultant))
        {
            Paragraphs = [_texts.WhatItMeans(wish)],
            Yes = _texts.Allow(wish),
            No = _texts.No,
        },
        ended);

    /// <summary>"May … go on using mouse and keyboard?", before control runs out.</summary>
    public Task<bool> AskStillControlAsync(JoinedSession session, CancellationToken ended) => AskForPermissionAsync(
        new Page("still-control", _texts.StillControl(session.Consultant))
        {
            Paragraphs = [_texts.ControlRunsOut],
            Yes = _texts.KeepControl,
            No = _texts.No,
        },
        ended);

    /// <summary>"… found a problem on your computer. Shall it go on?"</summary>
    public Task<bool> AskWhetherToGoOnAsync(JoinedSession session, CancellationToken ended) => AskForPermissionAsync(
        new Page("problem-found", _texts.FoundProblem(session.Consultant))
        {
            Paragraphs = [_texts.AskWhatWasFound],
            Yes = _texts.GoOn,
            No = _texts.NoEnd,
        },
        ended);

    /// <summary>The session runs: the panel goes, the strip stays.</summary>
    public void HidePanel() => _view.HidePanel();

    /// <summary>The strip before anything is seen.</summary>
    public void SayWaiting(JoinedSession session)
    {
        _consultant = session.Consultant;
        const StripState Waiting = StripState.Waiting;
        _view.Show(new Strip(Waiting, _texts.Word(Waiting), _texts.By(Waiting, session.Consultant, session.TicketNumber), "", null, null, null, _texts.End));
    }

    /// <summary>What the strip says on a verified line.</summary>
    /// <param name="granted">What is allowed, whether it rests or not.</param>
    /// <param name="left">How long a lost line is still looked for.</param>
    public void SayState(
        Grants granted, JoinedSession session, TimeSpan clock, PauseReason pause = PauseReason.Running, LineState line = LineState.Heard, TimeSpan left = default)
    {
        bool controlled = granted.HasFlag(Grants.Control);
        StripState state = controlled ? StripState.Controlled : StripState.Seen;
        bool rests = pause != PauseReason.Running || line != LineState.Heard;
        StripState shown = rests ? StripState.Paused : state;
        string text = line switch
        {
            LineState.Lost => _texts.LineLostFor((int)Math.Max(0, Math.Ceiling(left.TotalSeconds))),
            LineState.Silent => _texts.LineSilent,
            _ => rests ? _texts.Rests(pause) : _texts.By(state, session.Consultant, session.TicketNumber),
        };
        _view.Show(new Strip(
            shown,
            _texts.Word(shown),
            text,
            $"{(int)clock.TotalMinutes:00}:{clock.Seconds:00}",
            Showing is null ? null : _texts.ShowOnly,
            pause == PauseReason.ByCustomer ? _texts.GoOn : _texts.Pause,
            controlled ? _texts.TakeBack : null,
            _texts.End)
        {
            Check = _texts.Verified,
            Held = Held(granted),
        });
    }

    /// <summary>The last page: who or what ended it, and the file that may go. Closes by itself.</summary>
    /// <param name="advice">What to do now, where there is something.</param>
    /// <param name="hurried">Closes it at once.</param>
    public Task SayEndedAsync(string news, string? advice, string? file, CancellationToken hurried)
    {
        _view.HideStrip();
        Page At(int seconds) => new("ended", news)
        {
            Paragraphs =
            [
                .. advice is null ? Array.Empty<string>() : [advice],
                _texts.NobodySees,
                .. file is null ? Array.Empty<string>() : [_texts.DeleteFile],
            ],
            Copyable = file,
            Countdown = _texts.ClosesIn(seconds),
            Yes = _texts.Close,
        };
        return AskForAsync(SecondsOfLastPage, At, hurried);
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
            if (chosen != showing.Choice)
                Chosen?.Invoke(chosen);
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

    private async Task<bool> AskForPermissionAsync(Page page, CancellationToken ended)
    {
        bool allowed = await AskForAsync(SecondsToAllow, seconds => page with { Countdown = _texts.NoIn(seconds), Primary = false }, ended);
        if (!IsAsking)
            _view.HidePanel();
        return allowed;
    }

    private async Task<bool> AskForAsync(int seconds, Func<int, Page> pageAt, CancellationToken ended)
    {
        long start = _time.GetTimestamp();
        using var counting = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Task<bool> answer = AskAsync(pageAt(seconds), counting.Token);
        // Once it is off, nothing is left to wait for: the answer needs this thread to arrive.
        while (!answer.IsCompleted && !ended.IsCancellationRequested)
        {
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1), _time, counting.Token));
            int left = seconds - (int)_time.GetElapsedTime(start).TotalSeconds;
            if (left <= 0)
                break;
            if (!answer.IsCompleted && !ended.IsCancellationRequested)
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
        if (action == ViewAction.Pause)
        {
            PauseWanted?.Invoke();
            return;
        }
        if (GrantOf(action) is { } grant)
        {
            RevokeWanted?.Invoke(grant);
            return;
        }
        if (action is ViewAction.End or ViewAction.ClosePanel)
            EndWanted?.Invoke();
        _open?.TrySetResult(action == ViewAction.Yes);
    }

    private static Grants? GrantOf(ViewAction action) => action switch
    {
        ViewAction.TakeBack => Grants.Control,
        ViewAction.TakeClipboardBack => Grants.ClipboardToConsultant,
        ViewAction.TakePastingBack => Grants.ClipboardToCustomer,
        ViewAction.TakeFilesBack => Grants.FileToCustomer,
        _ => null,
    };

    private static string PageOf(Grants wish) => wish switch
    {
        Grants.Control => "control",
        Grants.ClipboardToConsultant => "grant-clipboard",
        Grants.ClipboardToCustomer => "grant-pasting",
        Grants.FileToCustomer => "grant-file",
        _ => "grant",
    };

    private IReadOnlyList<Revocation> Held(Grants granted)
    {
        if (granted != _held.Granted)
        {
            ViewAction[] revocable = [ViewAction.TakeClipboardBack, ViewAction.TakePastingBack, ViewAction.TakeFilesBack];
            Revocation[] held = [.. revocable.Where(action => granted.HasFlag(GrantOf(action)!.Value))
                .Select(action => new Revocation(action, _texts.Held(GrantOf(action)!.Value), _texts.TakeThisBack))];
            _held = (granted, held.Length == 0 ? [] : held);
        }
        return _held.List;
    }
}
