using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>From the customer's yes to M6: nothing but the handshake goes over the line, and whatever is wrong ends it.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private readonly ThrowingScreen _screen = new();
    private readonly RecordingInput _input = new();
    private FakeDesk _desk = null!;
    private AgentInProcess _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await FakeDesk.StartAsync();
        _agent = new AgentInProcess(_desk, _screen, _input);
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Verify_SendsTheHandshakeOnly_UntilTheNumberWasTyped()
    {
        await _agent.ComeToNumberAsync();
        _desk.Viewer.HandshakeMessages.Select(message => message.Length).ShouldBe([58, 102, 32]);
        _agent.View.Page!.Heading.ShouldContain("Max Weber");
        _agent.View.Strip!.Check.ShouldBeNull();
        _agent.Gate.Granted.ShouldBe(Grants.None);
        _desk.Viewer.Records.ShouldBeEmpty();

        await _agent.EnterAsync("number", _desk.Viewer.Number!.Insert(3, " "));
        await Shell.UntilAsync(() => _desk.Viewer.Frames > 0, "a picture");
        _desk.Viewer.Received.First().ShouldBe(new GrantsChanged(Grants.View, 1));
        await Shell.UntilAsync(() => _agent.View.Strip?.Check is not null, "the green check");
        await Shell.UntilAsync(() => _desk.Reports.Count == 2, "reports");
        _desk.Reports.ShouldBe(["news Verified", "granted View, declined None"]);
    }

    [Fact]
    public async Task Verify_WaitsForTheViewer_AfterTheCustomersYes()
    {
        _desk.ViewerComes = false;
        await _agent.AnswerAsync("start");
        await _agent.EnterAsync("channel", FakeDesk.Channel);
        await _agent.AnswerAsync("viewing");
        await _agent.PageAsync("connecting");
        await Shell.UntilAsync(() => _desk.Viewer.Connected, "the line");
        _desk.Viewer.HandshakeMessages.ShouldBeEmpty();
        await _desk.SayViewerReadyAsync();
        await _agent.PageAsync("number");
    }

    [Fact]
    public async Task Verify_NeverBegins_BeforeTheCustomersYes()
    {
        await _agent.AnswerAsync("start");
        await _agent.EnterAsync("channel", FakeDesk.Channel);
        await _agent.PageAsync("viewing");
        await Shell.UntilAsync(() => _desk.Viewer.Connected, "the line");
        await _agent.AnswerAsync("viewing", ViewAction.No);
        await _agent.EndedAsync();
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end");
        _desk.Viewer.HandshakeMessages.ShouldBeEmpty();
        ((int?)_desk.Viewer.ClosedWith).ShouldBe(4410);
    }

    [Fact]
    public async Task Number_BurnsTheChannel_WhenThreeAreWrong()
    {
        await _agent.ComeToNumberAsync();
        await _agent.EnterAsync("number", "12 34 5");
        await Shell.UntilAsync(() => _agent.View.Page?.Problem == "It has to be six digits.", "no try is lost");
        _agent.View.Page!.Entry.ShouldBe("12 34 5");
        await _agent.EnterAsync("number", _desk.Viewer.WrongNumber);
        await Shell.UntilAsync(() => _agent.View.Page?.Problem == "That is not the number. 2 tries left.", "the first");
        _agent.View.Page!.Entry.ShouldBe("");
        await _agent.EnterAsync("number", _desk.Viewer.WrongNumber);
        await Shell.UntilAsync(() => _agent.View.Page?.Problem == "That is not the number. One try left.", "the second");
        await _agent.EnterAsync("number", _desk.Viewer.WrongNumber);
        Page page = await _agent.EndedAsync();
        page.Heading.ShouldStartWith("Three times");
        page.Paragraphs[0].ShouldContain("ask your hotline");
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end");
        ((int?)_desk.Viewer.ClosedWith).ShouldBe(4495);
        _desk.Viewer.Received.ShouldBeEmpty();
        _desk.Reports.ShouldBe(["news NumberWrong", "news NumberWrong", "news NumberWrong", "end NumberWrong"]);
    }

    [Fact]
    public async Task Number_MayBeRight_AfterTwoWrongOnes()
    {
        await _agent.ComeToNumberAsync();
        for (int wrong = 0; wrong < 2; wrong++)
        {
            await _agent.EnterAsync("number", _desk.Viewer.WrongNumber);
            await Shell.UntilAsync(() => _desk.Reports.Count == wrong + 1 && _agent.View.Page?.Problem is not null, "a problem");
        }
        await _agent.EnterAsync("number", _desk.Viewer.Number!);
        await Shell.UntilAsync(() => _desk.Viewer.Frames > 0, "a picture");
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("consultant")]
    [InlineData("texts")]
    [InlineData("origin")]
    public async Task Verify_Ends_WhenTheOtherSideHasAnotherContext(string what)
    {
        JoinedSession other = what switch
        {
            "consultant" => _desk.Session with { Consultant = "Max Wober" },
            "origin" => _desk.Session with { Origin = "https://desk.example.org" },
            "texts" => _desk.Session with { Documents = [FakeDesk.Text("purpose", "3", "Zweck", "Anderer Text."), .. _desk.Session.Documents.Skip(1)] },
            _ => _desk.Session,
        };
        _desk.Viewer.Context = Rs1Context.Of(other, Channel.TryParse(what == "channel" ? "000005724" : FakeDesk.Channel, out Channel channel) ? channel : default);
        await _agent.AnswerAsync("start");
        await _agent.EnterAsync("channel", FakeDesk.Channel);
        await _agent.AnswerAsync("viewing");
        // The commitment holds the context as well, so the viewer is the first to see it.
        (await _agent.EndedAsync()).Heading.ShouldBe("The security check has failed, the session has ended.");
        _desk.Viewer.HandshakeFailure.ShouldBe(CloseCode.SecurityCheck);
        _desk.Reports.ShouldBe(["end SecurityFailed"]);
        _desk.Viewer.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "end SecurityFailed")]
    [InlineData(1, "end TextChanged")]
    public async Task Verify_Ends_WhenAMessageToTheAgentIsTouched(int message, string report)
    {
        int sent = 0;
        _desk.Viewer.OnTheWay = bytes =>
        {
            if (sent++ == message)
                bytes[^5] ^= 1; // of the viewer's nonce, and of its confirmation
            return bytes;
        };
        await _agent.AnswerAsync("start");
        await _agent.EnterAsync("channel", FakeDesk.Channel);
        await _agent.AnswerAsync("viewing");
        await _agent.EndedAsync();
        string[] due = message == 0 ? ["end TextChanged", "end SecurityFailed"] : [report];
        due.ShouldContain(_desk.Reports.Single());
        _desk.Viewer.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_Ends_WhenTheViewerSpeaksOutOfTurn()
    {
        await _agent.ComeToNumberAsync();
        await _desk.Viewer.SendRawAsync(new byte[100]);
        await _agent.EndedAsync();
        _desk.Reports.ShouldBe(["end ProtocolError"]);
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end");
        ((int?)_desk.Viewer.ClosedWith).ShouldBe(4400);
    }

    [Fact]
    public async Task Verify_TellsThatTheConnectionWasSetUpAnew_AndCountsOldNumbersNoMore()
    {
        await _agent.ComeToNumberAsync();
        string old = _desk.Viewer.Number!;
        await _desk.SayViewerReadyAsync();
        await Shell.UntilAsync(() => _desk.Viewer.Attempt == 2 && _desk.Viewer.Number is not null && _desk.Viewer.Number != old, "another number");
        await Shell.UntilAsync(() => _agent.View.Page is { Name: "number" } page && page.Paragraphs[0].StartsWith("The connection was set up anew", StringComparison.Ordinal), "the note");
        await _agent.EnterAsync("number", old);
        await Shell.UntilAsync(() => _agent.View.Page?.Problem is not null, "a refusal");
        await _agent.EnterAsync("number", _desk.Viewer.Number!);
        await Shell.UntilAsync(() => _desk.Viewer.Frames > 0, "a picture");
    }

    [Fact]
    public async Task Verify_Refuses_WhenTheRelayRetriesMoreThanThreeTimes()
    {
        await _agent.ComeToNumberAsync();
        for (int attempt = 2; attempt <= 3; attempt++)
        {
            await _desk.SayViewerReadyAsync();
            await Shell.UntilAsync(() => _desk.Viewer.Attempt == attempt && _desk.Viewer.Number is not null, "another number");
        }
        await _desk.SayViewerReadyAsync();
        await _agent.EndedAsync();
        _desk.Reports.ShouldBe(["end ProtocolError"]);
        _desk.Viewer.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 21)]
    [InlineData(true, 181)]
    public async Task Verify_Ends_WhenAStepTakesTooLong(bool untilNumber, int seconds)
    {
        _desk.Viewer.Answers = untilNumber;
        if (untilNumber)
        {
            await _agent.ComeToNumberAsync();
        }
        else
        {
            await _agent.AnswerAsync("start");
            await _agent.EnterAsync("channel", FakeDesk.Channel);
            await _agent.AnswerAsync("viewing");
            await Shell.UntilAsync(() => !_desk.Viewer.HandshakeMessages.IsEmpty, "the first message");
        }
        _agent.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await _agent.EndedAsync()).Heading.ShouldBe("Time is up, the session has ended.");
        _desk.Reports.ShouldBe(["end TimedOut"]);
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end");
        ((int?)_desk.Viewer.ClosedWith).ShouldBe(4408);
    }

    [Fact]
    public async Task Verify_Ends_WhenTheCustomerDoesNotAnswerForTenMinutes()
    {
        await _agent.AnswerAsync("start");
        await _agent.EnterAsync("channel", FakeDesk.Channel);
        await _agent.PageAsync("viewing");
        await Shell.UntilAsync(() => _desk.Viewer.Connected, "the line");
        _agent.Time.Advance(Verification.LongestThought);
        (await _agent.EndedAsync()).Heading.ShouldBe("Time is up, the session has ended.");
        _desk.Reports.ShouldBe(["end TimedOut"]);
        _desk.Viewer.HandshakeMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Session_EndsAfterTwoHours_ThoughNobodyEverComes()
    {
        _desk.ViewerComes = false;
        await _agent.AnswerAsync("start");
        await _agent.EnterAsync("channel", FakeDesk.Channel);
        await _agent.AnswerAsync("viewing");
        await _agent.PageAsync("connecting");
        _agent.Time.Advance(Rs1Limits.Session);
        (await _agent.EndedAsync()).Heading.ShouldBe("The time for a session is over.");
        _desk.Reports.ShouldBe(["end TimeLimit"]);
    }

    [Fact]
    public async Task Verify_SaysThatTimeIsUp_AndNotThatTheCustomerEnded_WhenNothingIsTyped()
    {
        await _agent.ComeToNumberAsync();
        string? first = _agent.View.Page!.Countdown;
        _agent.Time.Advance(TimeSpan.FromSeconds(179.4)); // less than the step has, and more than its whole seconds
        await Shell.UntilAsync(() => _agent.View.Page!.Countdown != first, "the last second, or an end");
        _agent.Time.Advance(TimeSpan.FromSeconds(1));
        (await _agent.EndedAsync()).Heading.ShouldBe("Time is up, the session has ended.");
        _desk.Reports.ShouldBe(["end TimedOut"]);
    }

    [Fact]
    public async Task Verify_KeepsWhatIsTyped_WhileTheTimeRuns()
    {
        await _agent.ComeToNumberAsync();
        string? first = _agent.View.Page!.Countdown;
        first.ShouldNotBeNull().ShouldEndWith("minutes left.");
        await Shell.UntilAsync(() => _agent.View.Page!.Countdown != first, "a second less");
        _agent.View.Page!.Entry.ShouldBe("");
        await _agent.AnswerAsync("number", ViewAction.No);
        (await _agent.EndedAsync()).Heading.ShouldBe("You have ended the session.");
    }
}
