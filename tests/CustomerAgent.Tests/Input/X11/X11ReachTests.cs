using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Input.X11;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input.X11;

/// <summary>What is not shown cannot be clicked or typed into, on a real server.</summary>
public sealed class X11ReachTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private readonly OwnWindows _own = new();
    private readonly Mask _mask = new(TimeProvider.System);

    [Fact]
    public async Task MayPoint_IsTrueOnTheChosenWindowOnly_AsLongAsNothingLiesOverIt()
    {
        using X11Reach reach = Open();
        using var chosen = new ColouredWindow(display.Name, 0x00D040);
        using var other = new ColouredWindow(display.Name, 0xE02010);
        chosen.Place(100, 100, 200, 200);
        other.Place(250, 100, 200, 200);
        reach.MayPoint(600, 600).ShouldBeTrue();
        _mask.Choice = new SomeWindows(new HashSet<nuint> { chosen.Id });
        reach.MayPoint(150, 150).ShouldBeTrue();
        reach.MayPoint(270, 150).ShouldBeFalse();
        reach.MayPoint(400, 150).ShouldBeFalse();
        reach.MayPoint(600, 600).ShouldBeFalse();
        chosen.Stack(above: true);
        reach.MayPoint(270, 150).ShouldBeTrue();
        var monitor = new Area(0, 0, 260, 800);
        await display.MonitorAsync("narrow", monitor);
        _mask.Choice = new OneMonitor(monitor);
        reach.MayPoint(259, 500).ShouldBeTrue();
        reach.MayPoint(260, 500).ShouldBeFalse();
        await display.MonitorAsync("narrow", null);
        reach.MayPoint(259, 500).ShouldBeFalse();
    }

    [Fact]
    public async Task MayType_IsTrueOnlyWhileTheChosenWindowWouldGetIt()
    {
        using X11Reach reach = Open();
        using var chosen = new ColouredWindow(display.Name, 0x00D040);
        using var other = new ColouredWindow(display.Name, 0xE02010);
        chosen.Place(100, 100, 100, 100);
        other.Place(300, 100, 100, 100);
        _mask.Choice = new SomeWindows(new HashSet<nuint> { chosen.Id });
        await FocusAsync(chosen);
        reach.MayType().ShouldBeTrue();
        await FocusAsync(other);
        reach.MayType().ShouldBeFalse();
        var monitor = new Area(250, 0, 500, 800);
        await display.MonitorAsync("middle", monitor);
        _mask.Choice = new OneMonitor(monitor);
        reach.MayType().ShouldBeTrue();
        await FocusAsync(chosen);
        reach.MayType().ShouldBeFalse();
        await FocusAsync(other);
        await display.MonitorAsync("middle", null);
        reach.MayType().ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "63")]
    public void IsOurs_IsTrueOnWindowsOfOurs_AlsoInsideAnotherPrograms()
    {
        using X11Reach reach = Open();
        using var panel = new ColouredWindow(display.Name, 0xE02010);
        using var icon = new ColouredWindow(display.Name, 0x00D040);
        panel.Place(100, 100, 200, 50);
        icon.Place(500, 500, 20, 20);
        _own.AllOf(icon.Client);
        reach.IsOurs(505, 505).ShouldBeTrue();
        reach.IsOurs(110, 110).ShouldBeFalse();
        icon.LieIn(panel, 5, 5);
        reach.IsOurs(505, 505).ShouldBeFalse();
        reach.IsOurs(110, 110).ShouldBeTrue();
        reach.IsOurs(126, 126).ShouldBeFalse();
    }

    [Fact]
    public async Task Gate_RefusesWhatIsNotShown()
    {
        using var chosen = new ColouredWindow(display.Name, 0x00D040);
        chosen.Place(700, 500, 100, 100);
        _mask.Choice = new SomeWindows(new HashSet<nuint> { chosen.Id });
        using var listener = new KeyListener(display);
        await listener.ReadyAsync();
        var input = new RecordingInput();
        using var gate = new InputGate(input, new OwnWindows(), TimeProvider.System, Open());
        gate.Resize(1280, 800);
        uint seq = gate.Change(Grants.View | Grants.Control)!.GrantSeq;
        gate.Apply(new PointerInput(seq, 100, 100, PointerButtons.Left, 0, 120));
        gate.Apply(new PointerInput(seq, 100, 100, 0, 0, 0));
        gate.Apply(new TextInput(seq, "x"));
        input.Done.ShouldBeEmpty();
        gate.Apply(new PointerInput(seq, 750, 550, PointerButtons.Left, 0, 0));
        gate.Apply(new PointerInput(seq, 100, 100, PointerButtons.Left, 0, 0)); // dragged out: the pointer stays
        gate.Apply(new PointerInput(seq, 100, 100, 0, 0, 0));
        await Shell.UntilAsync(() => !input.Down.Contains("Left") && input.Done.Count >= 3, "the button is up");
        input.Done.ShouldBe(["move 750,550", "press Left", "release Left"]);
    }

    private X11Reach Open() => new(XConnection.TryOpen(display.Name)!, _own, _mask);

    private Task FocusAsync(ColouredWindow window) =>
        display.RunAsync("xdotool", "windowfocus", "--sync", window.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
