using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

public sealed class StripNewsTests
{
    private static readonly JoinedSession Session = new(
        Guid.Empty, "Max Weber", "K7-204", "Computing Centre", "https://desk.example.org", [], DateTimeOffset.UnixEpoch, "/relay/1", "", "");

    private readonly FakeView _view = new();
    private readonly StripNews _strip;

    public StripNewsTests() => _strip = new StripNews(_view, new AgentTexts(german: false)) { MayChoose = true };

    [Theory]
    [InlineData(Grants.View, "SEEN", null)]
    [InlineData(Grants.View | Grants.Control, "CONTROLLED", "Take control back")]
    public void Say_SaysWordNameTicketAndClock(Grants granted, string word, string? takeBack)
    {
        _strip.Say(granted, Session, new TimeSpan(0, 4, 12));
        _view.Strip!.Check.ShouldNotBeNull();
        _view.Strip.Word.ShouldBe(word);
        _view.Strip.TakeBack.ShouldBe(takeBack);
        _view.Strip.Clock.ShouldBe("04:12");
        _view.Strip.Text.ShouldBe("by Max Weber · K7-204");
    }

    [Theory]
    [InlineData(PauseReason.HandOnMouse, "your hand is on the mouse", "Pause")]
    [InlineData(PauseReason.ByCustomer, "nobody sees your screen", "Go on")]
    public void Say_SaysWhyItRests_AndKeepsTheWayToTakeControlBack(PauseReason reason, string text, string button)
    {
        _strip.Say(Grants.View | Grants.Control, Session, new TimeSpan(0, 4, 12), reason);
        _view.Strip.ShouldBe(new Strip(StripState.Paused, "PAUSED", text, "04:12", "Show only this…", button, "Take control back", "End") { Check = "Verified: nobody sits in between." });
    }

    [Theory]
    [InlineData(false, "for your answer · K7-204")]
    [InlineData(true, "for Max Weber · K7-204")]
    public void Strip_SaysWhoIsWaitedFor_BeforeAnythingIsSeen(bool connecting, string text)
    {
        if (connecting)
            _strip.SayConnecting(Session);
        else
            _strip.SayWaiting(Session);
        _view.Strip.ShouldBe(new Strip(StripState.Waiting, "WAITING", text, "", null, null, null, "End"));
    }
}
