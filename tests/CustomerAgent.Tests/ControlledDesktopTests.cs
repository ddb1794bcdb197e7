using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>The real program on a real display: what the consultant's hands reach, and when they do not.</summary>
public sealed class ControlledDesktopTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private const int ShiftLeft = 50;

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
        await desk.Viewer.UntilHandledAsync(7);
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
        await desk.Viewer.UntilHandledAsync(9);
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
        await desk.Viewer.UntilHandledAsync(11);
        await agent.TakeBackAsync(); // a click that comes after the consultant's on the same strip
        await agent.StripAsync("seen");
        desk.Viewer.Over.ShouldBeFalse();
        await agent.EndByStripAsync("seen");
        await Shell.UntilAsync(() => desk.Viewer.Over, "the end");
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
        await agent.StripAtTopCentreAsync(640);
        await agent.AllowControlAsync(desk);
        await TypeIntoTerminalAsync(desk, "Grüße aus dem Service Desk: ok @ €", managed: true);
        await agent.EndByStripAsync("controlled");
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
    }

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

    private AgentProcess Start(FakeDesk desk) =>
        AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", "en");
}
