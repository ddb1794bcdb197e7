using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.Remote.Joining;

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
    private readonly Panel _panel;
    private readonly ShowOnly? _showOnly;
    private string _consultant = "";
    private bool _asksViewing, _wantsToChoose;

    public Conversation(IAgentView view, AgentTexts texts, TimeProvider time)
    {
        _view = view;
        _texts = texts;
        _panel = new Panel(view, time);
        Strip = new StripNews(view, texts);
        view.Acted += OnActed;
    }

    /// <summary>What can be shown alone; null where the customer has no choice.</summary>
    public IShowing? Showing
    {
        get;
        init
        {
            field = value;
            Strip.MayChoose = value is not null;
            _showOnly = value is null ? null : new ShowOnly(_panel, _view, _texts, value);
            _showOnly?.Chosen += choice => Chosen?.Invoke(choice);
        }
    }

    /// <summary>The strip on top.</summary>
    public StripNews Strip { get; }

    /// <summary>The customer wants the session to end, by whatever way.</summary>
    public event Action? EndWanted;

    /// <summary>The customer takes this back.</summary>
    public event Action<Grants>? RevokeWanted;

    /// <summary>The customer shows something else from now on.</summary>
    public event Action<Choice>? Chosen;

    /// <summary>The customer wants it to rest, or to go on.</summary>
    public event Action? PauseWanted;

    /// <summary>"Did you call us yourself?"</summary>
    public Task<bool> AskWhetherCalledAsync(CancellationToken ended) => _panel.AskAsync(
        new Page("start", _texts.DidYouCall)
        {
            Paragraphs = [_texts.WhatItDoes, _texts.NothingYet],
            Yes = _texts.Yes,
            No = _texts.No,
        },
        ended);

    /// <summary>What to do after a call that was not the customer's own.</summary>
    public Task SayHowToReportAsync(CancellationToken ended) => _panel.AskAsync(
        new Page("report", _texts.HangUp) { Paragraphs = [_texts.WeNeverCall, _texts.HowToReport], Yes = _texts.Close }, ended);

    /// <summary>Why it cannot begin at all.</summary>
    public Task SayProblemAsync(string problem, CancellationToken ended) =>
        _panel.AskAsync(new Page("problem", problem) { Yes = _texts.Close }, ended);

    /// <summary>Asks for the channel until nine fitting digits are there. Null when the customer stops.</summary>
    /// <param name="entry">What the entry starts with; a hint from outside is shown here and confirmed like any other.</param>
    /// <param name="problem">Why the last channel did not do.</param>
    public async Task<Channel?> AskChannelAsync(string entry, string? problem, CancellationToken ended)
    {
        while (await _panel.AskAsync(ChannelPage(entry, problem), ended))
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
        _consultant = session.Consultant;
        do
        {
            (_asksViewing, _wantsToChoose) = (true, false);
            allowed = await _panel.AskAsync(ViewingPage(session), ended);
            _asksViewing = false;
            if (_wantsToChoose && _showOnly is { } showOnly)
                await showOnly.ChooseAsync(session.Consultant, ended);
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
            Paragraphs = [_texts.WhatWillBeSeen(Showing?.Choice ?? Choice.Everything), _texts.EndAnyTime(_view.HotKey)],
            ShowOnly = Showing is null ? null : _texts.ShowOnly,
            Yes = _texts.AllowViewing,
            No = _texts.NoEnd,
        };

    /// <summary>The customer said yes, and the consultant's side is not there yet. A click on Stop ends it.</summary>
    /// <param name="handshakeAgain">It was there, and had to come again.</param>
    public async Task SayConnectingAsync(JoinedSession session, bool handshakeAgain, CancellationToken ended)
    {
        Strip.SayConnecting(session);
        var page = new Page("connecting", _texts.WaitFor(session.Consultant))
        {
            Paragraphs = handshakeAgain ? [_texts.SetUpAnew, _texts.NumberComes(session.Consultant)] : [_texts.NumberComes(session.Consultant)],
            Yes = _texts.Stop,
            Primary = false,
        };
        if (await _panel.AskAsync(page, ended))
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
        Strip.SayWaiting(session);
        return await _panel.AskForAsync(seconds, At, ended) ? _view.Entered : null;
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

    /// <summary>"… would like to put this text on your clipboard": no answer within a minute is a no.</summary>
    public Task<bool> AskToTakeTextAsync(string text, JoinedSession session, CancellationToken ended) => AskForPermissionAsync(
        new Page("text-for-you", _texts.WantsToPutText(session.Consultant))
        {
            Quoted = text,
            Paragraphs = [_texts.PutTextMeans],
            Yes = _texts.PutText,
            No = _texts.No,
        },
        ended);

    /// <summary>"Send this text to …?": no answer within a minute is a no.</summary>
    public Task<bool> AskToGiveTextAsync(string text, JoinedSession session, CancellationToken ended) => AskForPermissionAsync(
        new Page("text-from-you", _texts.SendThisText(session.Consultant))
        {
            Quoted = text,
            Paragraphs = [_texts.SendTextMeans],
            Yes = _texts.SendText,
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

    /// <summary>The last page: who or what ended it, and the file that may go. Closes by itself.</summary>
    /// <param name="advice">What to do now, where there is something.</param>
    /// <param name="hurried">Closes it at once.</param>
    public Task SayEndedAsync(string news, string? advice, string? file, CancellationToken hurried)
    {
        Strip.Leave();
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
        return _panel.AskForAsync(SecondsOfLastPage, At, hurried);
    }

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
        bool allowed = await _panel.AskForAsync(SecondsToAllow, seconds => page with { Countdown = _texts.NoIn(seconds), Primary = false }, ended);
        _panel.Leave();
        return allowed;
    }

    private void Choose(ViewAction action)
    {
        if (action == ViewAction.Tick)
            _showOnly?.Tick();
        else if (_asksViewing)
            _wantsToChoose = _panel.Answer(yes: false);
        else if (!_panel.IsAsking)
            _ = _showOnly?.ChooseAsync(_consultant, CancellationToken.None);
    }

    private void OnActed(ViewAction action)
    {
        if (action is ViewAction.ShowOnly or ViewAction.Tick)
        {
            Choose(action);
            return;
        }
        if (action == ViewAction.ClosePanel && _showOnly?.IsOpen == true)
            action = ViewAction.No; // only the choice is off, not the session
        if (action == ViewAction.Pause)
        {
            PauseWanted?.Invoke();
            return;
        }
        if (StripNews.GrantOf(action) is { } grant)
        {
            RevokeWanted?.Invoke(grant);
            return;
        }
        if (action is ViewAction.End or ViewAction.ClosePanel)
            EndWanted?.Invoke();
        _panel.Answer(action == ViewAction.Yes);
    }

    private static string PageOf(Grants wish) => wish switch
    {
        Grants.Control => "control",
        Grants.ClipboardToConsultant => "grant-clipboard",
        Grants.ClipboardToCustomer => "grant-pasting",
        Grants.FileToCustomer => "grant-file",
        _ => "grant",
    };
}
