using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

public sealed class ConversationTests : IDisposable
{
    private static readonly JoinedSession Session = new(
        Guid.Empty, "Max Weber", "K7-204", "Computing Centre", "https://desk.example.org",
        [new AcceptedDocument("purpose", "3", "en", "Purpose", "aa", ""), new AcceptedDocument("privacy", "5", "en", "Privacy", "bb", "")],
        DateTimeOffset.UnixEpoch, "/relay/1", "", "");

    private readonly WindowsThread _windows = new();
    private readonly FakeView _view = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeShowing _showing = new();
    private readonly Conversation _talk;
    private readonly CancellationTokenSource _ending = new();
    private int _ends;
    private Grants _revoked;

    public ConversationTests()
    {
        _talk = new Conversation(_view, new AgentTexts(german: false), _time) { Showing = _showing };
        _talk.EndWanted += () => _ends++;
        _talk.RevokeWanted += grants => _revoked = grants;
    }

    public void Dispose()
    {
        _windows.Dispose();
        _ending.Dispose();
    }

    [Theory]
    [InlineData(ViewAction.Yes, true, 0)]
    [InlineData(ViewAction.No, false, 0)]
    [InlineData(ViewAction.ClosePanel, false, 1)]
    [InlineData(ViewAction.End, false, 1)]
    internal async Task AskViewing_IsTrueForYesOnly(ViewAction action, bool allowed, int ends)
    {
        Task<bool> asked = await AskViewingAsync();
        await DoAsync(action);
        (await asked).ShouldBe(allowed);
        _ends.ShouldBe(ends);
    }

    [Fact]
    public async Task AskViewing_ShowsWhoWhichTicketAndWhatWasAccepted()
    {
        await AskViewingAsync();
        _view.Page!.Heading.ShouldContain("Max Weber");
        _view.Page.Facts.Select(fact => fact.Value).ShouldBe(["Computing Centre", "K7-204", "Purpose (version 3)", "Privacy (version 5)"]);
    }

    [Fact]
    public async Task AskViewing_IsANo_WhenItEndsMeanwhile()
    {
        Task<bool> asked = await AskViewingAsync();
        await _ending.CancelAsync();
        (await asked).ShouldBeFalse();
        (await _windows.RunAsync(() => _talk.AskViewingAsync(Session, _ending.Token))).ShouldBeFalse();
        _view.Pages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AskControl_CountsDownAndIsANo_WhenNobodyAnswersForAMinute()
    {
        Task<bool> asked = await AskControlAsync();
        for (int second = 1; second < 60; second++)
        {
            await PassSecondAsync();
            await Shell.UntilAsync(() => _view.Pages.Count > second, "the next second");
        }
        asked.IsCompleted.ShouldBeFalse();
        _view.Page!.Countdown.ShouldBe("Without an answer it is a no in 1 seconds.");
        _view.Pages.Select(page => page.Countdown).Distinct().Count().ShouldBe(60);
        await PassSecondAsync();
        (await asked).ShouldBeFalse();
        _view.Page.ShouldBeNull();
    }

    [Fact]
    public async Task AskControl_IsTrue_WhenTheCustomerSaysSo()
    {
        Task<bool> asked = await AskControlAsync();
        _view.Page!.Primary.ShouldBeFalse();
        await DoAsync(ViewAction.Yes);
        (await asked).ShouldBeTrue();
        _view.Page.ShouldBeNull();
    }

    [Fact]
    public async Task AskChannel_ShowsTheHint_AndWaitsForTheCustomersYes()
    {
        Task<Channel?> asked = await AskChannelAsync("482 913 077");
        asked.IsCompleted.ShouldBeFalse();
        _view.Page!.Entry.ShouldBe("482 913 077");
        _view.Entered = "482 913 077";
        await DoAsync(ViewAction.Yes);
        (await asked)!.Value.Digits.ShouldBe("482913077");
        _view.Page.Busy.ShouldBeTrue();
    }

    [Fact]
    public async Task AskChannel_AsksAgain_WhenTheDigitsDoNotFit()
    {
        Task<Channel?> asked = await AskChannelAsync("");
        _view.Entered = "482 913 070";
        await DoAsync(ViewAction.Yes);
        await Shell.UntilAsync(() => _view.Page!.Problem is not null, "the question again");
        _view.Page!.Entry.ShouldBe("482 913 070");
        await DoAsync(ViewAction.No);
        (await asked).ShouldBeNull();
    }

    [Fact]
    public async Task AskViewing_LetsTheCustomerChooseFirst_AndComesBack()
    {
        Task<bool> asked = await AskViewingAsync();
        _view.Page!.ShowOnly.ShouldBe("Show only this…");
        await DoAsync(ViewAction.ShowOnly);
        await PageAsync("show");
        _view.Page!.Options.Select(option => (option.Text, option.Alone, option.Ticked)).ShouldBe(
        [
            ("The whole screen", true, true), ("Only monitor 1 (100 × 100)", true, false), ("Only monitor 2 (100 × 100)", true, false),
            ("Mail", false, false), ("Editor", false, false),
        ]);
        await TickAsync(3, 4);
        _showing.Choice.ShouldBe(Choice.Everything, "not before the customer says so");
        await DoAsync(ViewAction.Yes);
        await PageAsync("viewing");
        _showing.Choice.ShouldBeOfType<SomeWindows>().Programs.ShouldBe([(nuint)7, (nuint)8], ignoreOrder: true);
        _showing.Previewed.Select(choice => choice.GetType().Name).ShouldBe(["WholeDesktop", "SomeWindows"]);
        _view.Page!.Paragraphs[0].ShouldStartWith("Only the windows you chose will be seen");
        _ends.ShouldBe(0);
        await DoAsync(ViewAction.Yes);
        (await asked).ShouldBeTrue();
    }

    [Fact]
    public async Task Strip_SaysWhoseTurnItIs_FromPageToPage()
    {
        Task connecting = _windows.RunAsync(async () =>
        {
            await _talk.SayConnectingAsync(Session, handshakeAgain: false, _ending.Token);
            return true;
        });
        await PageAsync("connecting");
        _view.Strip!.Text.ShouldBe("for Max Weber · K7-204");
        Task<string?> number = _windows.RunAsync(() => _talk.AskNumberAsync(Session, "", null, again: false, 180, _ending.Token));
        await PageAsync("number");
        _view.Strip!.Text.ShouldBe("for your answer · K7-204");
        await connecting;
        await DoAsync(ViewAction.No);
        (await number).ShouldBeNull();
    }

    [Theory]
    [InlineData(ViewAction.Yes, true)]
    [InlineData(ViewAction.No, false)]
    [InlineData(ViewAction.ClosePanel, false)]
    internal async Task ShowOnly_ChangesWhatIsShown_WhenTheCustomerSaysYesOnly(ViewAction answer, bool changes)
    {
        await DoAsync(ViewAction.ShowOnly);
        await PageAsync("show");
        await TickAsync(2);
        await DoAsync(answer);
        await Shell.UntilAsync(() => _view.Page is null, "the page goes");
        _showing.Choice.ShouldBe(changes ? new OneMonitor(new Area(100, 0, 100, 100)) : Choice.Everything);
        _view.Framed.ShouldBe(changes ? new Area(100, 0, 100, 100) : null);
        _ends.ShouldBe(0);
    }

    [Fact]
    public async Task ShowOnly_GivesWay_WhenTheConsultantsQuestionComes()
    {
        await DoAsync(ViewAction.ShowOnly);
        await PageAsync("show");
        await TickAsync(2);
        Task<bool> asked = await AskControlAsync();
        await DoAsync(ViewAction.ShowOnly);
        await DoAsync(ViewAction.Tick);
        _view.Page!.Name.ShouldBe("control");
        await DoAsync(ViewAction.Yes);
        (await asked).ShouldBeTrue();
        _showing.Choice.ShouldBe(Choice.Everything);
    }

    [Fact]
    public async Task SayEnded_SaysTheNewsAndTheFile_AndClosesByItself()
    {
        Task said = _windows.RunAsync(async () =>
        {
            await _talk.SayEndedAsync("Max Weber has ended the session.", null, "/media/a/agent", CancellationToken.None);
            return true;
        });
        await PageAsync("ended");
        _view.Page!.Heading.ShouldBe("Max Weber has ended the session.");
        _view.Page.Copyable.ShouldBe("/media/a/agent");
        _view.Strip.ShouldBeNull();
        for (int second = 0; second < 60; second++)
            await PassSecondAsync();
        await said.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Acted_TakesControlBack_WithoutAnsweringAQuestion()
    {
        Task<bool> asked = await AskControlAsync();
        await DoAsync(ViewAction.TakeBack);
        _revoked.ShouldBe(Grants.Control);
        asked.IsCompleted.ShouldBeFalse();
    }

    private async Task<Task<bool>> AskViewingAsync()
    {
        Task<bool> asked = _windows.RunAsync(() => _talk.AskViewingAsync(Session, _ending.Token));
        await PageAsync("viewing");
        return asked;
    }

    private async Task<Task<bool>> AskControlAsync()
    {
        Task<bool> asked = _windows.RunAsync(() => _talk.AskGrantAsync(Grants.Control, Session, _ending.Token));
        await PageAsync("control");
        return asked;
    }

    private async Task<Task<Channel?>> AskChannelAsync(string entry)
    {
        Task<Channel?> asked = _windows.RunAsync(() => _talk.AskChannelAsync(entry, null, _ending.Token));
        await PageAsync("channel");
        return asked;
    }

    private Task PageAsync(string name) => Shell.UntilAsync(() => _view.Page?.Name == name, $"page {name}");

    private Task TickAsync(params int[] lines)
    {
        _view.Ticked = lines;
        return DoAsync(ViewAction.Tick);
    }

    private Task DoAsync(ViewAction action) => OnWindowsAsync(() => _view.Do(action));

    // As a clock does: what waits for the second has begun to wait before it passes, and goes on before the next one may.
    private async Task PassSecondAsync()
    {
        await OnWindowsAsync(() => _time.Advance(TimeSpan.FromSeconds(1)));
        await OnWindowsAsync(() => { });
    }

    private Task OnWindowsAsync(Action act) => _windows.RunAsync(() =>
    {
        act();
        return Task.FromResult(true);
    });
}
