using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

public sealed class ConversationTests
{
    private static readonly JoinedSession Session = new(
        Guid.Empty, "Max Weber", "K7-204", "Computing Centre", "https://desk.example.org",
        [new AcceptedDocument("purpose", "3", "en", "Purpose", "aa", ""), new AcceptedDocument("privacy", "5", "en", "Privacy", "bb", "")],
        DateTimeOffset.UnixEpoch, "/relay/1", "", "");

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

    [Theory]
    [InlineData(ViewAction.Yes, true, 0)]
    [InlineData(ViewAction.No, false, 0)]
    [InlineData(ViewAction.ClosePanel, false, 1)]
    [InlineData(ViewAction.End, false, 1)]
    internal async Task AskViewing_IsTrueForYesOnly(ViewAction action, bool allowed, int ends)
    {
        Task<bool> asked = _talk.AskViewingAsync(Session, _ending.Token);
        _view.Do(action);
        (await asked).ShouldBe(allowed);
        _ends.ShouldBe(ends);
    }

    [Fact]
    public void AskViewing_ShowsWhoWhichTicketAndWhatWasAccepted()
    {
        _ = _talk.AskViewingAsync(Session, _ending.Token);
        _view.Page!.Heading.ShouldContain("Max Weber");
        _view.Page.Facts.Select(fact => fact.Value).ShouldBe(["Computing Centre", "K7-204", "Purpose (version 3)", "Privacy (version 5)"]);
    }

    [Fact]
    public async Task AskViewing_IsANo_WhenItEndsMeanwhile()
    {
        Task<bool> asked = _talk.AskViewingAsync(Session, _ending.Token);
        await _ending.CancelAsync();
        (await asked).ShouldBeFalse();
        (await _talk.AskViewingAsync(Session, _ending.Token)).ShouldBeFalse();
        _view.Pages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AskControl_CountsDownAndIsANo_WhenNobodyAnswersForAMinute()
    {
        Task<bool> asked = _talk.AskGrantAsync(Grants.Control, Session, _ending.Token);
        for (int second = 0; second < 59; second++)
            await SecondAsync();
        asked.IsCompleted.ShouldBeFalse();
        _view.Page!.Countdown.ShouldBe("Without an answer it is a no in 1 seconds.");
        _view.Pages.Select(page => page.Countdown).Distinct().Count().ShouldBe(60);
        await SecondAsync();
        (await asked).ShouldBeFalse();
        _view.Page.ShouldBeNull();
    }

    [Fact]
    public async Task AskControl_IsTrue_WhenTheCustomerSaysSo()
    {
        Task<bool> asked = _talk.AskGrantAsync(Grants.Control, Session, _ending.Token);
        _view.Page!.Primary.ShouldBeFalse();
        _view.Do(ViewAction.Yes);
        (await asked).ShouldBeTrue();
        _view.Page.ShouldBeNull();
    }

    [Fact]
    public async Task AskChannel_ShowsTheHint_AndWaitsForTheCustomersYes()
    {
        Task<Channel?> asked = _talk.AskChannelAsync("482 913 077", null, _ending.Token);
        await Task.Yield();
        asked.IsCompleted.ShouldBeFalse();
        _view.Page!.Entry.ShouldBe("482 913 077");
        _view.Entered = "482 913 077";
        _view.Do(ViewAction.Yes);
        (await asked)!.Value.Digits.ShouldBe("482913077");
        _view.Page.Busy.ShouldBeTrue();
    }

    [Fact]
    public async Task AskChannel_AsksAgain_WhenTheDigitsDoNotFit()
    {
        Task<Channel?> asked = _talk.AskChannelAsync("", null, _ending.Token);
        _view.Entered = "482 913 070";
        _view.Do(ViewAction.Yes);
        await UntilAsync(() => _view.Pages.Count == 2);
        _view.Page!.Problem.ShouldNotBeNull();
        _view.Page.Entry.ShouldBe("482 913 070");
        _view.Do(ViewAction.No);
        (await asked).ShouldBeNull();
    }

    [Theory]
    [InlineData(Grants.None, "WAITING", null, "")]
    [InlineData(Grants.View, "SEEN", null, "04:12")]
    [InlineData(Grants.View | Grants.Control, "CONTROLLED", "Take control back", "04:12")]
    public void SayState_SaysWordNameTicketAndClock(Grants granted, string word, string? takeBack, string clock)
    {
        if (granted == Grants.None)
            _talk.SayWaiting(Session);
        else
            _talk.SayState(granted, Session, new TimeSpan(0, 4, 12));
        (_view.Strip!.Check is null).ShouldBe(granted == Grants.None);
        _view.Strip!.Word.ShouldBe(word);
        _view.Strip.TakeBack.ShouldBe(takeBack);
        _view.Strip.Clock.ShouldBe(clock);
        _view.Strip.Text.ShouldContain("K7-204");
    }

    [Theory]
    [InlineData(PauseReason.HandOnMouse, "your hand is on the mouse", "Pause")]
    [InlineData(PauseReason.ByCustomer, "nobody sees your screen", "Go on")]
    public void SayState_SaysWhyItRests_AndKeepsTheWayToTakeControlBack(PauseReason reason, string text, string button)
    {
        _talk.SayState(Grants.View | Grants.Control, Session, new TimeSpan(0, 4, 12), reason);
        _view.Strip.ShouldBe(new Strip(StripState.Paused, "PAUSED", text, "04:12", "Show only this…", button, "Take control back", "End") { Check = "Verified: nobody sits in between." });
    }

    [Fact]
    public async Task AskViewing_LetsTheCustomerChooseFirst_AndComesBack()
    {
        Task<bool> asked = _talk.AskViewingAsync(Session, _ending.Token);
        _view.Page!.ShowOnly.ShouldBe("Show only this…");
        _view.Do(ViewAction.ShowOnly);
        await UntilAsync(() => _view.Page!.Name == "show");
        _view.Page!.Options.Select(option => (option.Text, option.Alone, option.Ticked)).ShouldBe(
        [
            ("The whole screen", true, true), ("Only monitor 1 (100 × 100)", true, false), ("Only monitor 2 (100 × 100)", true, false),
            ("Mail", false, false), ("Editor", false, false),
        ]);
        _view.Ticked = [3, 4];
        _view.Do(ViewAction.Tick);
        _showing.Choice.ShouldBe(Choice.Everything, "not before the customer says so");
        _view.Do(ViewAction.Yes);
        await UntilAsync(() => _view.Page?.Name == "viewing");
        _showing.Choice.ShouldBeOfType<SomeWindows>().Programs.ShouldBe([(nuint)7, (nuint)8], ignoreOrder: true);
        _showing.Previewed.Select(choice => choice.GetType().Name).ShouldBe(["WholeDesktop", "SomeWindows"]);
        _ends.ShouldBe(0);
        _view.Do(ViewAction.Yes);
        (await asked).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ViewAction.Yes, true)]
    [InlineData(ViewAction.No, false)]
    [InlineData(ViewAction.ClosePanel, false)]
    internal async Task ShowOnly_ChangesWhatIsShown_WhenTheCustomerSaysYesOnly(ViewAction answer, bool changes)
    {
        _talk.SayState(Grants.View, Session, TimeSpan.Zero);
        _view.Do(ViewAction.ShowOnly);
        _view.Page!.Name.ShouldBe("show");
        _view.Ticked = [2];
        _view.Do(ViewAction.Tick);
        _view.Do(answer);
        await UntilAsync(() => _view.Page is null);
        _showing.Choice.ShouldBe(changes ? new OneMonitor(new Area(100, 0, 100, 100)) : Choice.Everything);
        _view.Framed.ShouldBe(changes ? new Area(100, 0, 100, 100) : null);
        _ends.ShouldBe(0);
    }

    [Fact]
    public async Task ShowOnly_GivesWay_WhenTheConsultantsQuestionComes()
    {
        _talk.SayState(Grants.View, Session, TimeSpan.Zero);
        _view.Do(ViewAction.ShowOnly);
        _view.Ticked = [2];
        _view.Do(ViewAction.Tick);
        Task<bool> asked = _talk.AskGrantAsync(Grants.Control, Session, _ending.Token);
        _view.Do(ViewAction.ShowOnly);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        _view.Page!.Name.ShouldBe("control");
        _view.Do(ViewAction.Yes);
        (await asked).ShouldBeTrue();
        _showing.Choice.ShouldBe(Choice.Everything);
    }

    [Fact]
    public async Task SayEnded_SaysTheNewsAndTheFile_AndClosesByItself()
    {
        Task said = _talk.SayEndedAsync("Max Weber has ended the session.", null, "/media/a/agent", CancellationToken.None);
        _view.Page!.Heading.ShouldBe("Max Weber has ended the session.");
        _view.Page.Copyable.ShouldBe("/media/a/agent");
        _view.Strip.ShouldBeNull();
        for (int second = 0; second < 60; second++)
            await SecondAsync();
        await said.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Acted_TakesControlBack_WithoutAnsweringAQuestion()
    {
        Task<bool> asked = _talk.AskGrantAsync(Grants.Control, Session, _ending.Token);
        _view.Do(ViewAction.TakeBack);
        _revoked.ShouldBe(Grants.Control);
        asked.IsCompleted.ShouldBeFalse();
    }

    // One second at a time, as a clock does: each step shows a page before the next may pass.
    private async Task SecondAsync()
    {
        int shown = _view.Pages.Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(UntilAsync(() => _view.Pages.Count > shown), Task.Delay(200, TestContext.Current.CancellationToken));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await Task.Delay(2, TestContext.Current.CancellationToken);
    }
}
