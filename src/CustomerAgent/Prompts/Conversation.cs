using ServiceDesk.Remote.Joining;

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

    public Conversation(IAgentView view, AgentTexts texts, TimeProvider time)
    {
        _view = view;
        _texts = texts;
        _time = time;
        view.Acted += OnActed;
    }

    /// <summary>The customer wants the session to end, by whatever way.</summary>
    public event Action? EndWanted;

    /// <summary>The customer takes mouse and keyboard back.</summary>
    public event Action? TakeBackWanted;

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
    public Task<bool> AskViewingAsync(JoinedSession session, CancellationToken ended) => AskAsync(
        new Page("viewing", _texts.WantsToSee(session.Consultant))
        {
            Facts =
            [
                new Fact(_texts.Desk, session.Institution),
                new Fact(_texts.Ticket, session.TicketNumber),
                .. session.Documents.Select((document, index) =>
                    new Fact(index == 0 ? _texts.Accepted : "", _texts.Document(document))),
            ],
            Paragraphs = [_texts.PrivateWindows, _texts.EndAnyTime(_view.HotKey)],
            Yes = _texts.AllowViewing,
            No = _texts.NoEnd,
        },
        ended);

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
    public void SayState(StripState state, JoinedSession session, TimeSpan clock) => _view.Show(new Strip(
        state,
        _texts.Word(state),
        _texts.By(state, session.Consultant, session.TicketNumber),
        state == StripState.Waiting ? "" : $"{(int)clock.TotalMinutes:00}:{clock.Seconds:00}",
        state == StripState.Controlled ? _texts.TakeBack : null,
        _texts.End));

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
        var open = _open = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = ended.Register(() => open.TrySetResult(false));
        _view.Show(page);
        return await open.Task;
    }

    private void OnActed(ViewAction action)
    {
        if (action == ViewAction.TakeBack)
        {
            TakeBackWanted?.Invoke();
            return;
        }
        if (action is ViewAction.End or ViewAction.ClosePanel)
            EndWanted?.Invoke();
        _open?.TrySetResult(action == ViewAction.Yes);
    }
}
