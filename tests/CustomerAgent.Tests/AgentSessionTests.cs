using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>The real program on a real display, with a desk and a viewer of the tests'.</summary>
public sealed class AgentSessionTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private const int ShiftLeft = 50;

    [Fact]
    public async Task Session_RunsFromQuestionToLastPage_WhenCustomerAllowsAndEnds()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk, "de");

        await agent.AllowViewingAsync(desk);
        await Shell.UntilAsync(() => desk.Viewer.Frames > 0, "a picture");
        desk.Viewer.Grants.ShouldBe(new GrantsChanged(Grants.View, 1));
        desk.Viewer.Hello!.Length.ShouldBe(34);
        desk.Offers.Single().ShouldBe(new JoinOffer(FakeDesk.Channel, "0.2.0"));

        await agent.AllowControlAsync(desk);
        desk.Viewer.Grants.ShouldBe(new GrantsChanged(Grants.View | Grants.Control, 2));

        await agent.EndByStripAsync("controlled");
        await Shell.UntilAsync(() => desk.Viewer.Over, "the end of the line");
        desk.Viewer.Received.OfType<End>().Single().Reason.ShouldBe(SessionEndReason.CustomerEnded);
        ((int?)desk.Viewer.ClosedWith).ShouldBe(4410);

        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        (await agent.Errors).ShouldBeEmpty();
        desk.Reports.ShouldBe(["news Verified", "granted View, declined None", "granted View, Control, declined None", "end CustomerEnded"]);
    }

    [Fact]
    public async Task Session_NeverJoins_UntilTheCustomerConfirmsTheHint()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.YesAsync("start");
        await agent.NoAsync("channel");
        (await agent.ExitAsync()).ShouldBe(0);
        desk.Offers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Session_TellsHowToReport_WhenTheCustomerDidNotCall()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.NoAsync("start");
        await agent.YesAsync("report");
        (await agent.ExitAsync()).ShouldBe(0);
        desk.Offers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Session_SendsNothing_WhenViewingIsDeclined()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.YesAsync("start");
        await agent.YesAsync("channel");
        await agent.NoAsync("viewing");
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        desk.Viewer.HandshakeMessages.ShouldBeEmpty();
        ((int?)desk.Viewer.ClosedWith).ShouldBe(4410);
        desk.Reports.ShouldBe(["end CustomerDeclined"]);
    }

    [Fact]
    public async Task Session_JoinsWithTypedDigits_AfterTheDeskRefusedOthers()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        desk.RefuseWith = JoinRefusal.UnknownChannel;
        await using var agent = AgentProcess.Start(display, "--server", desk.Address);
        await agent.YesAsync("start");
        await agent.PageAsync("channel");
        await display.RunAsync("xdotool", "type", "482 913 077");
        await agent.YesAsync("channel");
        await Shell.UntilAsync(() => desk.Offers.Count == 1, "an offer");
        desk.RefuseWith = null;
        await agent.PageAsync("channel");
        await display.RunAsync("xdotool", "key", "Return");
        await agent.PageAsync("viewing");
        desk.Offers.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("strip")]
    [InlineData("close")]
    [InlineData("hot key")]
    [InlineData("SIGTERM")]
    [InlineData("SIGINT")]
    [Trait("Abuse", "31")]
    public async Task Session_EndsWithAllKeysUp_HoweverTheCustomerEndsIt(string how)
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        Task holding = HoldShiftAsync(desk);
        await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Contains(ShiftLeft), "a held key");

        bool signal = how.StartsWith("SIG", StringComparison.Ordinal);
        switch (how)
        {
            case "strip": await agent.EndByStripAsync("controlled"); break;
            case "close":
                await display.RunAsync("xdotool", "mousemove_relative", "5", "5"); // on the way to the window's frame
                await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Count == 0, "the hand is seen");
                Keyboard.CloseWindow(display.Name, await agent.StripWindowAsync());
                break;
            case "hot key": await display.RunAsync("xdotool", "key", "ctrl+shift+F11"); break;
            default: agent.Signal(Enum.Parse<PosixSignal>(how)); break;
        }
        await Shell.UntilAsync(() => desk.Viewer.Over, "the end of the line");
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
        desk.Viewer.Received.OfType<End>().Single().Reason.ShouldBe(SessionEndReason.CustomerEnded);
        if (!signal)
            await agent.YesAsync("ended");
        (await agent.ExitAsync(5)).ShouldBe(0);
        desk.Reports.Last().ShouldBe("end CustomerEnded");
        await holding;
    }

    [Fact]
    public async Task LastPage_GoesAtOnce_WhenTheSystemAsks()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.EndByStripAsync("seen");
        await agent.PageAsync("ended");
        agent.Signal(PosixSignal.SIGTERM);
        (await agent.ExitAsync(20)).ShouldBe(0);
    }

    [Theory]
    [InlineData("consultant", "end ConsultantEnded")]
    [InlineData("refused", "end SecurityFailed")]
    [InlineData("desk", "end ServerEnded")]
    [InlineData("garbage", "end ProtocolError")]
    public async Task Session_EndsWithAllKeysUp_WhenTheOtherSideEndsOrFails(string how, string report)
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        await desk.Viewer.SendAsync(new KeyInput(desk.Viewer.Grants!.GrantSeq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Contains(ShiftLeft), "a held key");
        switch (how)
        {
            case "consultant":
                await desk.Viewer.SendAsync(new End(SessionEndReason.ConsultantEnded));
                await desk.Viewer.CloseAsync(4410);
                break;
            case "refused": await desk.Viewer.SendRawAsync(new byte[200]); break;
            case "desk": await desk.EndAsync(SessionEndReason.ServerEnded); break;
            case "garbage": await desk.Viewer.SendRawAsync(desk.Viewer.SealGarbage()); break;
        }
        await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Count == 0, "all keys up", seconds: 1);
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        desk.Reports.Last().ShouldBe(report);
    }

    [Fact]
    [Trait("Abuse", "68")]
    public async Task Home_StaysEmpty_WhenASessionWasRun()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("agent-home");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using var agent = AgentProcess.Start(
            display, new Dictionary<string, string> { ["HOME"] = home.FullName, ["XDG_CACHE_HOME"] = "", ["DOTNET_EnableDiagnostics"] = "0" },
            "--server", desk.Address, "--channel", FakeDesk.Channel);
        await agent.AllowViewingAsync(desk);
        await Shell.UntilAsync(() => desk.Viewer.Frames > 0, "a picture");
        await agent.EndByStripAsync("seen");
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        home.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ShouldBeEmpty();
        home.Delete();
    }

    private AgentProcess Start(FakeDesk desk, string locale = "en") =>
        AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", locale);

    private static async Task HoldShiftAsync(FakeDesk desk)
    {
        uint seq = desk.Viewer.Grants!.GrantSeq;
        await desk.Viewer.SendAsync(new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        while (!desk.Viewer.Over)
        {
            await desk.Viewer.TrySendAsync(new KeysHeld(seq));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
