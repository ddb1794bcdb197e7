using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>The real program on a real display: the customer pauses, takes the mouse, chooses what is shown.</summary>
public sealed class CustomerInChargeTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private const int ShiftLeft = 50;

    [Fact]
    public async Task Pause_HoldsPicturesAndInput_UntilTheCustomerGoesOn()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        uint seq = desk.Viewer.Grants!.GrantSeq;
        await agent.PauseAsync("controlled", controlled: true);
        await agent.StripAsync("paused");
        await Shell.UntilAsync(() => desk.Viewer.Received.OfType<Paused>().LastOrDefault()?.Reason == PauseReason.ByCustomer, "the news");
        int frames = desk.Viewer.Frames;
        await DrawAsync(0);
        await DrawAsync(1);
        await desk.Viewer.SendAsync(new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await desk.Viewer.UntilHandledAsync(21);
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
        desk.Viewer.Frames.ShouldBe(frames);

        await agent.PauseAsync("paused", controlled: true);
        await agent.StripAsync("controlled");
        await Shell.UntilAsync(() => desk.Viewer.Received.OfType<Paused>().Last().Reason == PauseReason.Running, "the news");
        await Shell.UntilAsync(() => desk.Viewer.Frames > frames, "a picture");
    }

    [Fact]
    public async Task Control_RestsWhileTheCustomersHandIsOnTheMouse()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        uint seq = desk.Viewer.Grants!.GrantSeq;
        await desk.Viewer.SendAsync(new KeyInput(seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await Shell.UntilAsync(() => Keyboard.KeysDown(display.Name).Contains(ShiftLeft), "a held key");
        await display.RunAsync("xdotool", "mousemove_relative", "5", "5");
        await agent.StripAsync("paused");
        Keyboard.KeysDown(display.Name).ShouldBeEmpty();
        await Shell.UntilAsync(() => desk.Viewer.Received.OfType<Paused>().LastOrDefault()?.Reason == PauseReason.HandOnMouse, "the news");
        await agent.StripAsync("controlled");
        await Shell.UntilAsync(() => desk.Viewer.Received.OfType<Paused>().Last().Reason == PauseReason.Running, "the news");
    }

    [Fact]
    [Trait("Abuse", "65")]
    public async Task HotKey_IsTheNextFreeOne_WhenAnotherProgramHasTheFirst()
    {
        using XConnection other = XConnection.TryOpen(display.Name)!;
        const uint ControlAndShift = 5;
        _ = Xlib.XGrabKey(other.Display, Xlib.XKeysymToKeycode(other.Display, Xlib.XStringToKeysym("F11")), ControlAndShift, other.Root, 0, 1, 1);
        XErrors.Take(other.Display).ShouldBe(0);
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await display.RunAsync("xdotool", "key", "ctrl+shift+F11");
        await desk.Viewer.UntilHandledAsync(31);
        desk.Viewer.Over.ShouldBeFalse();
        await display.RunAsync("xdotool", "key", "ctrl+shift+F12");
        await Shell.UntilAsync(() => desk.Viewer.Over, "the end of the line");
    }

    [Fact]
    [Trait("Abuse", "63")]
    public async Task HotKey_HearsNothing_WhenTheConsultantPressesIt()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        uint seq = desk.Viewer.Grants!.GrantSeq;
        foreach (string code in new[] { "ControlLeft", "ShiftLeft", "F11", "F10", "F12" })
            await desk.Viewer.SendAsync(new KeyInput(seq, true, code, code, KeyModifiers.Control | KeyModifiers.Shift));
        await PingAsync(desk, 41);
        Keyboard.KeysDown(display.Name).Order().ShouldBe([37, ShiftLeft]);
        desk.Viewer.Over.ShouldBeFalse();
        await display.RunAsync("xdotool", "key", "ctrl+shift+F11");
        await Shell.UntilAsync(() => desk.Viewer.Over, "the customer's own");
    }

    [Fact]
    [Trait("Abuse", "63")]
    public async Task Tray_HearsNothing_WhenTheConsultantClicksIconAndMenu()
    {
        using System.Diagnostics.Process tray = display.Start("trayer", "--edge", "bottom", "--align", "left", "--widthtype", "pixel", "--width", "60");
        try
        {
            await using FakeDesk desk = await FakeDesk.StartAsync();
            await using AgentProcess agent = Start(desk);
            await agent.AllowViewingAsync(desk);
            await agent.AllowControlAsync(desk);
            uint seq = desk.Viewer.Grants!.GrantSeq;
            Box icon = await agent.TrayIconAsync();
            await ClickAsync(desk, seq, icon);
            await PingAsync(desk, 51);
            (await agent.MenuAsync()).ShouldBeNull();

            await agent.ClickAsync(icon.X + (icon.Width / 2), icon.Y + (icon.Height / 2));
            Box menu = await Shell.UntilAsync(agent.MenuAsync, "the menu");
            await agent.StripAsync("controlled");
            await desk.Viewer.SendAsync(new KeyInput(seq, true, "ArrowDown", "ArrowDown", 0));
            await desk.Viewer.SendAsync(new KeyInput(seq, true, "Enter", "Enter", 0));
            await ClickAsync(desk, seq, menu);
            await PingAsync(desk, 52);
            desk.Viewer.Over.ShouldBeFalse();
            (await agent.MenuAsync()).ShouldBe(menu);

            await agent.ClickAsync(menu.X + (menu.Width / 2), menu.Y + (menu.Height / 2));
            await Shell.UntilAsync(() => desk.Viewer.Over, "the customer's own click");
        }
        finally
        {
            tray.Kill();
            await tray.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    [Trait("Abuse", "63")]
    public async Task Strip_StaysWhereItIs_WhenItIsClosedByTheConsultant()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await agent.AllowControlAsync(desk);
        nuint strip = await agent.StripWindowAsync();
        (await display.RunAsync("xprop", "-id", strip.ToString(System.Globalization.CultureInfo.InvariantCulture), "_NET_WM_STATE"))
            .ShouldContain("_NET_WM_STATE_SKIP_TASKBAR");
        await desk.Viewer.SendAsync(new PointerInput(desk.Viewer.Grants!.GrantSeq, 600, 500, 0, 0, 0)); // as if on a task bar
        await PingAsync(desk, 61);
        Keyboard.CloseWindow(display.Name, strip);
        await PingAsync(desk, 62);
        await agent.StripAsync("controlled");
        desk.Viewer.Over.ShouldBeFalse();
        await display.RunAsync("xdotool", "mousemove_relative", "5", "5");
        await agent.StripAsync("paused");
        Keyboard.CloseWindow(display.Name, strip);
        await Shell.UntilAsync(() => desk.Viewer.Over, "the customer's own");
    }

    private static async Task ClickAsync(FakeDesk desk, uint seq, Box on)
    {
        (ushort x, ushort y) = ((ushort)(on.X + (on.Width / 2)), (ushort)(on.Y + (on.Height / 2)));
        await desk.Viewer.SendAsync(new PointerInput(seq, x, y, PointerButtons.Left, 0, 0));
        await desk.Viewer.SendAsync(new PointerInput(seq, x, y, 0, 0, 0));
    }

    [Fact]
    [Trait("Abuse", "70")]
    public async Task Picture_HoldsTheChosenWindowOnly_WhenTheCustomerChoseItBeforeAllowing()
    {
        using System.Diagnostics.Process terminal = display.Start("xterm", "-bg", "#ffffff", "-T", "chosen", "-geometry", "60x20+100+200", "-e", "sleep 60");
        await display.RunAsync("xsetroot", "-solid", "#204060");
        await display.RunAsync("xdotool", "search", "--sync", "--onlyvisible", "--name", "chosen");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.YesAsync("start");
        await agent.YesAsync("channel");
        await agent.ShowOnlyAsync("viewing");
        Box page = await agent.PageAsync("show");
        await agent.ClickAsync(page.X + 150, page.Y + 172); // the line after "The whole screen"
        await agent.YesAsync("show");
        await agent.YesAsync("viewing");
        await agent.TypeNumberAsync(desk);
        await agent.StripAsync("seen");
        await Shell.UntilAsync(() => At(desk, 200, 300) == 0xFFFFFF, "the chosen window");
        At(desk, 900, 400).ShouldBe(Mask.Colour);
        At(desk, 50, 150).ShouldBe(Mask.Colour);
        (byte[] rgb, _, _) = desk.Viewer.Copy();
        Enumerable.Range(0, rgb.Length / 3).Count(i => (rgb[i * 3], rgb[(i * 3) + 1], rgb[(i * 3) + 2]) == (0x20, 0x40, 0x60)).ShouldBe(0);
        terminal.Kill();
        await Shell.UntilAsync(() => At(desk, 200, 300) == Mask.Colour, "nothing");
    }

    private AgentProcess Start(FakeDesk desk) =>
        AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", "en");

    private Task DrawAsync(int number) => display.RunAsync("xsetroot", "-solid", number % 2 == 0 ? "#405060" : "#605040");

    private static async Task PingAsync(FakeDesk desk, uint token)
    {
        await desk.Viewer.SendAsync(new Ping(token));
        await Shell.UntilAsync(() => desk.Viewer.Received.Contains(new Pong(token)), "an answer");
    }

    private static uint At(FakeDesk desk, int x, int y)
    {
        (byte[] rgb, int width, _) = desk.Viewer.Copy();
        int at = ((y * width) + x) * 3;
        return at + 2 < rgb.Length ? (uint)((rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2]) : 0;
    }
}
