using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Screens.Masking;
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
    public async Task Control_IsDeclined_WhenTheCustomerSaysNo()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await agent.NoAsync("control");
        await Shell.UntilAsync(() => desk.Viewer.Received.Contains(new GrantDeclined(Grants.Control)), "a no");
        await Shell.UntilAsync(() => desk.Reports.Contains("granted View, declined Control"), "a report");
        await desk.Viewer.SendAsync(new KeyInput(1, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await PingAsync(desk, 7);
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "29")]
    public async Task Control_IsTakenBackAtOnce_WhenTheCustomerWantsIt()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        uint stale = desk.Viewer.Grants!.GrantSeq;
        await desk.Viewer.SendAsync(new KeyInput(stale, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await agent.TakeBackAsync();
        await agent.StripAsync("seen");
        await Shell.UntilAsync(() => desk.Viewer.Grants == new GrantsChanged(Grants.View, stale + 1), "the news");
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
        await desk.Viewer.SendAsync(new KeyInput(stale, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await desk.Viewer.SendAsync(new KeyInput(stale + 1, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await PingAsync(desk, 9);
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "63")]
    public async Task Strip_IgnoresTheConsultant_AndObeysTheCustomer()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        Box strip = await agent.StripAsync("controlled");
        uint seq = desk.Viewer.Grants!.GrantSeq;
        (ushort x, ushort y) = ((ushort)(strip.X + strip.Width - 50), (ushort)(strip.Y + (strip.Height / 2)));
        await desk.Viewer.SendAsync(new PointerInput(seq, x, y, PointerButtons.Left, 0, 0));
        await desk.Viewer.SendAsync(new PointerInput(seq, x, y, 0, 0, 0));
        await PingAsync(desk, 11);
        await agent.TakeBackAsync(); // a click that comes after the consultant's on the same strip
        await agent.StripAsync("seen");
        desk.Viewer.Over.ShouldBeFalse();
        await agent.EndByStripAsync("seen");
        await Shell.UntilAsync(() => desk.Viewer.Over, "the end");
    }

    [Fact]
    public async Task Picture_EqualsTheDesktop_AndFollowsItsSize()
    {
        await display.RunAsync("xsetroot", "-mod", "9", "3", "-fg", "#7090a0", "-bg", "#405060");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await Shell.UntilAsync(() => SameAsync(desk, agent), "the viewer sees the desktop");

        await display.RunAsync("xrandr", "--newmode", "half", "38.25", "800", "832", "912", "1024", "600", "603", "607", "624");
        await display.RunAsync("xrandr", "--addmode", "screen", "half");
        await display.RunAsync("xrandr", "--output", "screen", "--mode", "half");
        await Shell.UntilAsync(() => desk.Viewer.Copy().Width == 800, "the new size");
        await Shell.UntilAsync(() => SameAsync(desk, agent), "the viewer sees the smaller desktop");
        await StripIsAtTopCentreAsync(agent, 400);
        await display.RunAsync("xrandr", "--output", "screen", "--mode", "1280x800");
    }

    [Fact]
    public async Task Windows_HaveTheirPlace_UnderAWindowManager()
    {
        using System.Diagnostics.Process manager = display.Start("openbox");
        await using var closing = new Closing(manager);
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        Box panel = await agent.PageAsync("start");
        panel.Width.ShouldBe(420);
        (panel.X + panel.Width).ShouldBeInRange(1200, 1280);
        (panel.Y + panel.Height).ShouldBeInRange(720, 800);
        await agent.AllowViewingAsync(desk);
        await StripIsAtTopCentreAsync(agent, 640);
        await agent.AllowControlAsync(desk);
        await TypeIntoTerminalAsync(desk, "Grüße aus dem Service Desk: ok @ €", managed: true);
        await agent.EndByStripAsync("controlled");
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Control_TypesIntoTheCustomersTerminal_WithoutWindowManager()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        await TypeIntoTerminalAsync(desk, "hallo Welt ß", managed: false);
    }

    // A window manager moves and resizes in its own time.
    private static Task StripIsAtTopCentreAsync(AgentProcess agent, int centre) => Shell.UntilAsync(
        async () => await agent.StripAsync("seen") is { Y: >= 0 and <= 4 } strip && Math.Abs(strip.X + (strip.Width / 2) - centre) <= 4
            ? (object)true : null,
        "the strip at the top centre");

    // Opens a terminal, clicks into it and types a line, all through the viewer; reads the file that the line went to.
    private async Task TypeIntoTerminalAsync(FakeDesk desk, string line, bool managed)
    {
        string file = Path.Combine(Path.GetTempPath(), $"typed-{Guid.NewGuid():N}");
        await using var terminal = new Closing(Shell.Start(
            display.Name, new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" },
            "xterm", "-u8", "-T", "xterm", "-geometry", "60x10+100+200", "-e", $"touch {file}; cat > {file}"));
        await Shell.UntilAsync(() => File.Exists(file), "the terminal");
        await display.RunAsync("xdotool", "search", "--sync", "--onlyvisible", "--class", "XTerm");
        uint seq = desk.Viewer.Grants!.GrantSeq;
        await desk.Viewer.SendAsync(new PointerInput(seq, 200, 260, PointerButtons.Left, 0, 0));
        await desk.Viewer.SendAsync(new PointerInput(seq, 200, 260, 0, 0, 0));
        if (managed) // a window manager takes its time to move the focus
            await Shell.UntilAsync(async () => await FocusedAsync() == "xterm" ? (object)true : null, "the focus");
        foreach (char character in line)
        {
            await desk.Viewer.SendAsync(new KeyInput(seq, true, "KeyX", character.ToString(), 0));
            await desk.Viewer.SendAsync(new KeyInput(seq, false, "KeyX", character.ToString(), 0));
        }
        await desk.Viewer.SendAsync(new KeyInput(seq, true, "Enter", "Enter", 0));
        await desk.Viewer.SendAsync(new KeyInput(seq, false, "Enter", "Enter", 0));
        string typed = await Shell.UntilAsync(
            () => Task.FromResult(File.ReadAllText(file) is { } text && text.EndsWith('\n') ? text : null), "a line in the file");
        typed.ShouldBe(line + "\n");
        File.Delete(file);
    }

    private async Task<string> FocusedAsync()
    {
        try
        {
            return await display.RunAsync("xdotool", "getactivewindow", "getwindowname");
        }
        catch (InvalidOperationException)
        {
            return ""; // xdotool's way to say that there is none
        }
    }

    private sealed class Closing(System.Diagnostics.Process process) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
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

    // When the answer is here, everything sent before has been handled.
    private static async Task PingAsync(FakeDesk desk, uint token)
    {
        await desk.Viewer.SendAsync(new Ping(token));
        await Shell.UntilAsync(() => desk.Viewer.Received.Contains(new Pong(token)), "an answer");
    }

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

    // Outside of the agent's windows each pixel is the desktop's, inside none is theirs.
    private async Task<object?> SameAsync(FakeDesk desk, AgentProcess agent)
    {
        string file = Path.Combine(Path.GetTempPath(), $"desktop-{Guid.NewGuid():N}.rgb");
        await display.RunAsync("import", "-window", "root", "-depth", "8", "rgb:" + file);
        byte[] desktop = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        IReadOnlyList<Box> windows = await agent.WindowsAsync();
        windows.Count.ShouldBe(5, "the strip and a frame of four edges");
        (byte[] shown, int width, int height) = desk.Viewer.Copy();
        if (desktop.Length != width * height * 3)
            return null;
        byte[] plain = [(byte)(Mask.Colour >> 16), (byte)(Mask.Colour >> 8 & 0xFF), (byte)(Mask.Colour & 0xFF)];
        foreach (Box window in windows)
        {
            for (int y = Math.Max(0, window.Y); y < Math.Min(height, window.Y + window.Height); y++)
            {
                for (int x = Math.Max(0, window.X); x < Math.Min(width, window.X + window.Width); x++)
                    plain.CopyTo(desktop, ((y * width) + x) * 3);
            }
        }
        return shown.AsSpan().SequenceEqual(desktop) ? true : null;
    }
}
