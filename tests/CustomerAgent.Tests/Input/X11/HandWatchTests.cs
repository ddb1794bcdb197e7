using System.Collections.Concurrent;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Input.X11;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input.X11;

/// <summary>Our events and another program's, on one real server: xdotool is the customer's hand (it moves the pointer as a device does only by mousemove_relative).</summary>
public sealed class HandWatchTests : IClassFixture<VirtualDisplay>, IDisposable
{
    private readonly VirtualDisplay _display;
    private readonly InputGate _gate;
    private readonly HandWatch _watch;
    private readonly ConcurrentQueue<string> _pauses = [];
    private readonly OwnWindows _own = new();
    private readonly ManualResetEventSlim _mayGoOn = new(initialState: true);
    private readonly uint _seq;
    private volatile int _hands;

    public HandWatchTests(VirtualDisplay display)
    {
        _display = display;
        var events = new OwnEvents();
        _gate = new InputGate(new XTestInput(XConnection.TryOpen(display.Name)!, events), _own, TimeProvider.System);
        _gate.Resize(1280, 800);
        _seq = _gate.Change(Grants.View | Grants.Control)!.GrantSeq;
        _gate.PauseChanged += () => _pauses.Enqueue(_gate.Pause.ToString());
        _watch = new HandWatch(XConnection.TryOpen(display.Name)!, events, _own, See);
    }

    public void Dispose()
    {
        _mayGoOn.Set();
        _watch.Dispose();
        _gate.Dispose();
        _mayGoOn.Dispose();
    }

    [Fact]
    public async Task Watch_TakesNothingOfOursForAHand_WhateverTheConsultantDoes()
    {
        const int ArrowDown = 116;
        using var window = new KeyListener(_display);
        await window.ReadyAsync();
        for (ushort i = 0; i < 50; i++)
        {
            int before = window.Presses.Count;
            _gate.Apply(new PointerInput(_seq, (ushort)(100 + (i % 7)), (ushort)(200 + (i % 3)), i % 4 == 0 ? PointerButtons.Left : 0, 0, (short)(i % 5 == 0 ? 120 : 0)));
            _gate.Apply(new TextInput(_seq, "aÄ€你"));
            await Shell.UntilAsync(() => window.Presses.Count >= before + 4, "four characters");
        }
        _gate.Apply(new KeyInput(_seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        _gate.Apply(new KeyInput(_seq, true, "ArrowDown", "ArrowDown", KeyModifiers.Shift));
        await Shell.UntilAsync(
            () =>
            {
                _gate.Apply(new KeysHeld(_seq));
                return window.Presses.Count(press => press.Keycode == ArrowDown) > 10;
            },
            "the key repeats by itself");
        Keyboard.KeysDown(_display.Name).Count.ShouldBe(2);
        await _display.RunAsync("xdotool", "key", "b");
        await Shell.UntilAsync(() => !_pauses.IsEmpty, "the hand that came after all of ours");
        _hands.ShouldBe(1);
    }

    [Theory]
    [InlineData("mousemove_relative", "70", "30")]
    [InlineData("click", "1")]
    [InlineData("key", "a")]
    public async Task Watch_LetsTheConsultantsKeysGoAndPauses_WhenAHandDoesSomething(params string[] hand)
    {
        _gate.Apply(new PointerInput(_seq, 100, 100, PointerButtons.Left, 0, 0));
        _gate.Apply(new KeyInput(_seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await Shell.UntilAsync(() => Keyboard.KeysDown(_display.Name).Count == 1 && Keyboard.AnyButtonDown(_display.Name), "a held key and button");

        await _display.RunAsync("xdotool", hand);

        await Shell.UntilAsync(() => _gate.Pause == PauseReason.HandOnMouse, "a pause");
        Keyboard.KeysDown(_display.Name).ShouldBeEmpty();
        Keyboard.AnyButtonDown(_display.Name).ShouldBeFalse();
        _gate.Apply(new KeyInput(_seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        Keyboard.KeysDown(_display.Name).ShouldBeEmpty();

        await Shell.UntilAsync(() => _gate.Pause == PauseReason.Running, "two quiet seconds");
        _gate.Apply(new KeyInput(_seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        await Shell.UntilAsync(() => Keyboard.KeysDown(_display.Name).Count == 1, "the consultant's key again");
        _pauses.ShouldBe(["HandOnMouse", "Running"]);
    }

    [Fact]
    public async Task Watch_SeesTheHand_WhileTheConsultantMovesToo()
    {
        ushort x = 0;
        Task hand = _display.RunAsync("xdotool", "mousemove_relative", "7", "7");
        await Shell.UntilAsync(
            () =>
            {
                for (int i = 0; i < 5; i++)
                    _gate.Apply(new PointerInput(_seq, ++x, 100, 0, 0, 0));
                return _hands > 0;
            },
            "the hand");
        await hand;
        _hands.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_KnowsOurs_HoweverLateTheServerDoesThem()
    {
        _gate.Apply(new PointerInput(_seq, 200, 200, 0, 0, 0)); // the library asks the server a question at its first use
        using (XConnection other = XConnection.TryOpen(_display.Name)!)
        {
            using var grab = new XGrab(other);
            Xlib.XSync(other.Display, 0);
            _gate.Apply(new PointerInput(_seq, 300, 300, PointerButtons.Left, 0, 0)); // waits in the server
        }
        await _display.RunAsync("xdotool", "key", "a");
        await Shell.UntilAsync(() => _hands > 0, "the hand that came after ours");
        _hands.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_TakesTheClickThatAllowedForAnAnswer_WhenItHearsOfItLate()
    {
        using var window = new KeyListener(_display);
        await window.ReadyAsync();
        _mayGoOn.Reset();
        await _display.RunAsync("xdotool", "key", "a", "click", "1"); // the watch is busy with the key
        await Shell.UntilAsync(() => window.Buttons.Count == 1, "the click");
        _own.Answered(window.LastTime);
        _gate.Change(Grants.View | Grants.Control);
        _mayGoOn.Set();
        await _display.RunAsync("xdotool", "keydown", "b");
        await Shell.UntilAsync(() => _gate.Pause == PauseReason.HandOnMouse, "a hand after the answer");
        _hands.ShouldBe(2);
        await _display.RunAsync("xdotool", "keyup", "b");
    }

    private void See()
    {
        Interlocked.Increment(ref _hands);
        _mayGoOn.Wait();
        _gate.SeeHand();
    }
}
