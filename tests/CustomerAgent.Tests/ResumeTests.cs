using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>A lost line: everything is let go at once, and within a minute the session goes on with new keys and seeing only.</summary>
public sealed class ResumeTests : IAsyncLifetime
{
    private readonly RecordingInput _input = new();
    private FakeDesk _desk = null!;
    private AgentInProcess _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await FakeDesk.StartAsync();
        _agent = new AgentInProcess(_desk, new ThrowingScreen(), _input);
        await _agent.BecomeActiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4504)]
    [InlineData(1001)]
    public async Task Line_ComesBackWithSeeingOnly_WhenItWasLost(int code)
    {
        await _agent.AllowAsync(Grants.Control, "control");
        uint seq = _desk.Viewer.Grants!.GrantSeq;
        await _desk.Viewer.SendAsync(new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await Shell.UntilAsync(() => _input.Injected == 1, "a held key");
        int frames = _desk.Viewer.Frames, received = _desk.Viewer.Received.Count;
        _desk.Viewer.Answers = false;
        await LoseAsync(code);
        await Shell.UntilAsync(() => _agent.Gate.Line == LineStateLost, "the loss");
        _input.Down.ShouldBeEmpty();
        _agent.Gate.Granted.ShouldBe(Grants.View);
        await Shell.UntilAsync(() => _agent.View.Strip is { State: StripState.Paused } strip && strip.Text.StartsWith("line lost, looking", StringComparison.Ordinal), "the strip");
        await Shell.UntilAsync(() => _desk.Viewer.Lines == 2 && !_desk.Viewer.HandshakeMessages.IsEmpty, "the way back");
        received = _desk.Viewer.Received.Count;
        _desk.Viewer.Answers = true;
        _desk.Viewer.Abort(); // the answer never came: once more
        await Shell.UntilAsync(() => _desk.Viewer.Frames > frames, "a picture");
        _desk.Viewer.Received.ElementAt(received).ShouldBe(new GrantsChanged(Grants.View, seq + 1));
        _desk.Viewer.Received.Skip(received).OfType<FrameUpdate>().First().Flags.HasFlag(FrameFlags.WholePicture).ShouldBeTrue();
        _desk.Viewer.HandshakeMessages.Single().Length.ShouldBe(156);
        _desk.Returns.Select(offer => offer.ReturnToken).Distinct().Count().ShouldBe(_desk.Returns.Count);
        await Shell.UntilAsync(() => _agent.View.Strip!.State == StripState.Seen, "the strip");
        _desk.Reports.Last().ShouldBe("granted View, declined None");

        await _desk.Viewer.SendAsync(new TextInput(seq, "x"));
        await _desk.Viewer.SendAsync(new TextInput(seq + 1, "x"));
        await _agent.PassAsync(TimeSpan.FromSeconds(1));
        _input.Injected.ShouldBe(1);
        await _agent.AllowAsync(Grants.Control, "control");
        await _desk.Viewer.SendAsync(new TextInput(seq + 2, "x"));
        await Shell.UntilAsync(() => _input.Injected == 2, "input under the new grant");
    }

    [Fact]
    public async Task Line_TellsThePauseAgain_WhenItComesBack()
    {
        await _agent.DoAsync(ViewAction.Pause);
        await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Paused(PauseReason.ByCustomer)), "the pause");
        int received = _desk.Viewer.Received.Count, frames = _desk.Viewer.Frames;
        await LoseAsync(4504);
        await Shell.UntilAsync(() => _desk.Viewer.Received.Count >= received + 2, "the news");
        _desk.Viewer.Received.Skip(received).Take(2).ShouldBe([new GrantsChanged(Grants.View, 2), new Paused(PauseReason.ByCustomer)]);
        await _agent.PassAsync(TimeSpan.FromSeconds(1));
        _desk.Viewer.Frames.ShouldBe(frames);
        await _agent.DoAsync(ViewAction.Pause);
        await Shell.UntilAsync(() => _desk.Viewer.Frames > frames, "a picture");
    }

    [Fact]
    public async Task Line_ComesBackTenTimes_AndNotAnEleventhTime()
    {
        for (uint lost = 1; lost <= 10; lost++)
        {
            await LoseAsync(4504);
            await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, lost + 1), "the line");
            await _agent.PassAsync(TimeSpan.FromSeconds(1));
        }
        await LoseAsync(4504);
        (await _agent.EndedAsync()).Heading.ShouldBe("The line was lost, the session has ended.");
        _desk.Reports.Last().ShouldBe("end LineLost");
    }

    [Theory]
    [InlineData("refused", "end LineLost")]
    [InlineData("time", "end LineLost")]
    [InlineData("touched", "end SecurityFailed")]
    [InlineData("garbage", "end ProtocolError")]
    [InlineData("customer", "end CustomerEnded")]
    [InlineData("consultant", "end ConsultantEnded")]
    public async Task Session_Ends_WhenTheLineDoesNotComeBack(string why, string report)
    {
        _desk.Viewer.Answers = why is "touched" or "garbage";
        _desk.MayReturn = _ => why != "refused";
        _desk.Viewer.OnTheWay = message =>
        {
            if (why == "garbage")
                return [6, 6, 6];
            message[^1] ^= 1;
            return message;
        };
        await LoseAsync(4504);
        if (why is "time" or "customer" or "consultant")
            await Shell.UntilAsync(() => !_desk.Viewer.HandshakeMessages.IsEmpty && _desk.Viewer.Lines == 2, "the way back");
        if (why == "time")
            _agent.Time.Advance(TimeSpan.FromSeconds(61));
        if (why == "customer")
            await _agent.DoAsync(ViewAction.End);
        if (why == "consultant")
            await _desk.Viewer.CloseAsync(4410);
        await _agent.EndedAsync();
        _desk.Reports.Last().ShouldBe(report);
        int frames = _desk.Viewer.Frames;
        _input.Injected.ShouldBe(0);
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end");
        _desk.Viewer.Frames.ShouldBe(frames);
    }

    [Theory]
    [InlineData(4410, "end ConsultantEnded")]
    [InlineData(4411, "end TimeLimit")]
    [InlineData(4412, "end ServerEnded")]
    [InlineData(4413, "end CustomerEnded")]
    [InlineData(4504, "end LineLost")]
    public async Task Session_EndsAsTheRelaySays_WhenTheLineIsClosedBeforeTheNumber(int code, string report)
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using var agent = new AgentInProcess(desk, new ThrowingScreen(), new RecordingInput());
        await agent.ComeToNumberAsync();
        await desk.Viewer.CloseAsync(code);
        await agent.EndedAsync();
        desk.Reports.ShouldBe([report]);
        desk.Returns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Silence_LetsEverythingGoAfter15Seconds_AndLosesTheLineAfter60()
    {
        _desk.Viewer.Pings = false;
        _desk.Viewer.Acknowledges = false;
        await _agent.AllowAsync(Grants.Control, "control");
        uint seq = _desk.Viewer.Grants!.GrantSeq;
        await _desk.Viewer.SendAsync(new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await Shell.UntilAsync(() => _input.Injected == 1, "a held key");
        _agent.Time.Advance(TimeSpan.FromSeconds(15));
        await Shell.UntilAsync(() => _agent.View.Strip is { State: StripState.Paused, Text: "the other side is silent" }, "the strip");
        _input.Down.ShouldBeEmpty();
        _desk.Viewer.Lines.ShouldBe(1);
        await _agent.PassAsync(TimeSpan.FromSeconds(1));
        await Shell.UntilAsync(() => _agent.View.Strip!.State == StripState.Controlled, "it is heard again");
        _agent.Time.Advance(TimeSpan.FromSeconds(60));
        await Shell.UntilAsync(() => _desk.Viewer.Lines == 2 && _desk.Viewer.Grants == new GrantsChanged(Grants.View, seq + 1), "another line");
    }

    [Fact]
    public async Task Hub_ComesBackInSilence_AndNoReportIsLost()
    {
        _desk.HubIsAway = true;
        _desk.BreakHub();
        await _agent.AllowAsync(Grants.Control, "control");
        await _agent.DoAsync(ViewAction.TakeBack);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, 3), "the session goes on");
        _desk.Reports.Count.ShouldBe(2);
        _desk.HubIsAway = false;
        await Shell.UntilAsync(() => _desk.Reports.Count == 4, "the reports");
        _desk.Reports.Skip(2).ShouldBe(["granted View, Control, declined None", "granted View, declined None"]);
        _desk.Viewer.Lines.ShouldBe(1);
        _desk.BreakHub();
        await LoseAsync(0);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, 4), "the line, too");
        await _agent.DoAsync(ViewAction.End);
        await _agent.EndedAsync();
        await Shell.UntilAsync(() => _desk.Reports.Last() == "end CustomerEnded", "the end");
    }

    [Fact]
    public async Task Session_EndsAfterTwoHours_AndSaysWhy()
    {
        await _agent.AllowAsync(Grants.Control, "control");
        _agent.Time.Advance(Rs1Limits.Session - TimeSpan.FromSeconds(30)); // so long a silence loses the line once
        await Shell.UntilAsync(() => _desk.Viewer.Lines == 2 && _desk.Viewer.Grants!.Grants == Grants.View, "another line");
        await _agent.AllowAsync(Grants.ClipboardToCustomer, "grant-pasting");
        await Shell.UntilAsync(() => _desk.Reports.Last().Contains("ClipboardToCustomer", StringComparison.Ordinal), "the report");
        await _agent.PassAsync(TimeSpan.FromSeconds(10));
        _agent.Gate.Granted.ShouldBe(Grants.View | Grants.ClipboardToCustomer);
        _agent.Time.Advance(TimeSpan.FromSeconds(20));
        (await _agent.EndedAsync()).Heading.ShouldBe("The time for a session is over.");
        _agent.Gate.Granted.ShouldBe(Grants.None);
        _desk.Viewer.Received.OfType<End>().Single().Reason.ShouldBe(SessionEndReason.TimeLimit);
        _desk.Reports.Last().ShouldBe("end TimeLimit");
    }

    [Fact]
    public async Task Hub_ComesBack_WhenItClosesAsSoonAsItIsBack()
    {
        for (int back = 1; back <= 3; back++)
        {
            _desk.BreakHub();
            await Shell.UntilAsync(() => _desk.Returns.Count >= back, "the way back");
        }
        _desk.BreakHub();
        await _agent.AllowAsync(Grants.Control, "control");
        await Shell.UntilAsync(() => _desk.Reports.Last() == "granted View, Control, declined None", "the report");
        _agent.Gate.Granted.ShouldBe(Grants.View | Grants.Control);
    }

    [Fact]
    [Trait("Abuse", "93")]
    public async Task Reports_ReachTheDeskInTheirOrder_WhenItCouldNotSaveForAWhile()
    {
        _desk.CannotSave = true;
        await _agent.AllowAsync(Grants.Control, "control");
        await _agent.DoAsync(ViewAction.TakeBack);
        await _agent.PassAsync(TimeSpan.FromMinutes(4));
        _desk.Reports.Count.ShouldBe(2);
        _desk.CannotSave = false;
        await _agent.PassAsync(TimeSpan.FromSeconds(20));
        await Shell.UntilAsync(() => _desk.Reports.Count == 4, "the reports");
        _desk.Reports.Skip(2).ShouldBe(["granted View, Control, declined None", "granted View, declined None"]);
    }

    [Fact]
    [Trait("Abuse", "93")]
    public async Task Session_EndsWithLineLost_WhenTheDeskCannotSaveForFiveMinutes()
    {
        _desk.CannotSave = true;
        await _agent.AllowAsync(Grants.Control, "control");
        await _agent.PassAsync(TimeSpan.FromMinutes(4));
        _agent.Gate.Granted.ShouldBe(Grants.View | Grants.Control);
        for (int step = 0; step < 8 && _agent.Gate.Granted != Grants.None; step++)
        {
            _agent.Time.Advance(TimeSpan.FromSeconds(10));
            await _desk.Viewer.TrySendAsync(new Ping(1));
        }
        (await _agent.EndedAsync()).Heading.ShouldBe("The line was lost, the session has ended.");
    }

    [Fact]
    public async Task Session_Ends_WhenTheHubStaysAway()
    {
        _desk.HubIsAway = true;
        _desk.BreakHub();
        await Shell.UntilAsync(() => _desk.HubTries > 2, "tries to come back");
        _agent.Time.Advance(CustomerAgent.Transport.WayBack.LongestAway);
        await _agent.EndedAsync();
        _agent.Gate.Granted.ShouldBe(Grants.None);
    }

    private static CustomerAgent.Input.LineState LineStateLost => CustomerAgent.Input.LineState.Lost;

    private async Task LoseAsync(int code)
    {
        if (code == 0)
            _desk.Viewer.Abort();
        else
            await _desk.Viewer.CloseAsync(code);
    }
}
