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
    private readonly uint _seq;
    private volatile int _hands;

    public HandWatchTests(VirtualDisplay display)
    {
        _display = display;
        var events = new OwnEvents(TimeProvider.System);
        _gate = new InputGate(new XTestInput(XConnection.TryOpen(display.Name)!, events), new OwnWindows(), TimeProvider.System);
        _gate.Resize(1280, 800);
        _seq = _gate.Change(Grants.View | Grants.Control)!.GrantSeq;
        _gate.PauseChanged += () => _pauses.Enqueue(_gate.Pause.ToString());
        _watch = new HandWatch(XConnection.TryOpen(display.Name)!, events, See);
    }

    public void Dispose()
    {
        _watch.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Watch_TakesNothingOfOursForAHand_WhateverTheConsultantDoes()
    {
        for (ushort i = 0; i < 100; i++)
        {
            _gate.Apply(new PointerInput(_seq, (ushort)(100 + (i % 7)), (ushort)(200 + (i % 3)), i % 4 == 0 ? PointerButtons.Left : 0, 0, (short)(i % 5 == 0 ? 120 : 0)));
            _gate.Apply(new TextInput(_seq, "aÄ€你"));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        _gate.Apply(new KeyInput(_seq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
        _gate.Apply(new KeyInput(_seq, true, "ArrowDown", "ArrowDown", KeyModifiers.Shift)); // long enough to repeat by itself
        for (int i = 0; i < 10; i++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            _gate.Apply(new KeysHeld(_seq));
        }
        Keyboard.KeysDown(_display.Name).Count.ShouldBe(2);
        _hands.ShouldBe(0);
        _pauses.ShouldBeEmpty();
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
        for (int i = 0; i < 200 && _hands == 0; i++)
        {
            _gate.Apply(new PointerInput(_seq, (ushort)i, 100, 0, 0, 0));
            if (i == 20)
                await _display.RunAsync("xdotool", "mousemove_relative", "7", "7");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        _hands.ShouldBe(1);
    }

    private void See()
    {
        Interlocked.Increment(ref _hands);
        _gate.SeeHand();
    }
}
