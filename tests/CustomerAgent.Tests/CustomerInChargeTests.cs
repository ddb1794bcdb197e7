using ServiceDesk.CustomerAgent.Input.X11;
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
        _ = Xlib.XGrabKey(other.Display, Xlib.XKeysymToKeycode(other.Display, Keysyms.F11), ControlAndShift, other.Root, 0, 1, 1);
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

    private static uint At(FakeDesk desk, int x, int y)
    {
        (byte[] rgb, int width, _) = desk.Viewer.Copy();
        int at = ((y * width) + x) * 3;
        return at + 2 < rgb.Length ? (uint)((rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2]) : 0;
    }
}
