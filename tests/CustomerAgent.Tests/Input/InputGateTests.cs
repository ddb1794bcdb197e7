using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input;

public sealed class InputGateTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingInput _input = new();
    private readonly OwnWindows _own = new();
    private readonly InputGate _gate;

    public InputGateTests()
    {
        _gate = new InputGate(_input, _own, _time);
        _gate.Resize(1000, 500);
    }

    public void Dispose() => _gate.Dispose();

    [Fact]
    [Trait("Abuse", "29")]
    public void Apply_DropsAndCounts_WhenNothingIsGranted()
    {
        _gate.Apply(Key(0, "KeyA", "a"));
        _gate.Change(Grants.View);
        _gate.Apply(Key(1, "KeyA", "a"));
        _input.Done.ShouldBeEmpty();
        _gate.Dropped.ShouldBe(2);
    }

    [Fact]
    [Trait("Abuse", "29")]
    public void Apply_DropsAndCounts_WhenGrantIsStale()
    {
        uint stale = Control();
        _gate.Change(Grants.View);
        uint fresh = Control();
        _gate.Apply(Key(stale, "KeyA", "a"));
        _gate.Apply(Key(fresh + 1, "KeyA", "a"));
        _input.Done.ShouldBeEmpty();
        _gate.Dropped.ShouldBe(2);
    }

    [Fact]
    public void Change_RaisesTheNumberByOne_WithEachChange()
    {
        _gate.Change(Grants.View).ShouldBe(new GrantsChanged(Grants.View, 1));
        _gate.Change(Grants.View | Grants.Control).ShouldBe(new GrantsChanged(Grants.View | Grants.Control, 2));
        _gate.End();
        _gate.Change(Grants.View).ShouldBeNull();
        _gate.Granted.ShouldBe(Grants.None);
    }

    [Fact]
    public void Apply_TypesCharactersAndHoldsKeys()
    {
        uint seq = Control();
        _gate.Apply(Key(seq, "KeyQ", "@", modifiers: KeyModifiers.AltGr));
        _gate.Apply(Key(seq, "KeyQ", "@", down: false));
        _gate.Apply(Key(seq, "ControlLeft", "Control", modifiers: KeyModifiers.Control));
        _gate.Apply(Key(seq, "KeyC", "c", modifiers: KeyModifiers.Control));
        _gate.Apply(Key(seq, "KeyC", "c", down: false, modifiers: KeyModifiers.Control));
        _gate.Apply(new TextInput(seq, "é\n"));
        Pass(1);
        _input.Done.ShouldBe(["type @", "press ControlLeft", "press KeyC", "release KeyC", "type é", "press Enter", "release Enter"]);
    }

    [Theory]
    [InlineData("F10", "ControlLeft", "ShiftLeft")]
    [InlineData("F11", "ShiftRight", "ControlRight")]
    [InlineData("F12", "ControlLeft", "ShiftRight")]
    [Trait("Abuse", "63")]
    public void Apply_NeverPressesTheHotKey_InWhateverOrder(string function, string one, string other)
    {
        uint seq = Control();
        foreach (string code in new[] { one, other, function })
            _gate.Apply(Key(seq, code, code));
        _input.Down.ShouldBe([one, other], ignoreOrder: true);
        _gate.Dropped.ShouldBe(1);
        foreach (string code in new[] { one, other, function })
            _gate.Apply(Key(seq, code, code, down: false));
        _input.Down.ShouldBeEmpty();

        foreach (string code in new[] { function, one, other })
            _gate.Apply(Key(seq, code, code));
        _input.Down.ShouldBe([one, other], ignoreOrder: true, "it would repeat by itself while the others are held");
        _gate.Apply(Key(seq, other, other, down: false));
        _time.Advance(TimeSpan.FromMilliseconds(500));
        _gate.Apply(Key(seq, function, function));
        _input.Down.ShouldBe([one, function], ignoreOrder: true, "with one of them it is a key like any other");
    }

    [Fact]
    [Trait("Abuse", "63")]
    public void Apply_Refuses_WhileAMenuOfOursIsOpen()
    {
        uint seq = Control();
        _own.Opened(this);
        _gate.Apply(Key(seq, "Enter", "Enter"));
        _gate.Apply(new PointerInput(seq, 5, 5, PointerButtons.Left, 0, 0));
        _gate.Apply(new PointerInput(seq, 5, 5, 0, 0, 0));
        _input.Done.ShouldBe(["move 5,5", "move 5,5"]);
        _own.Hidden(this);
        _gate.Apply(Key(seq, "Enter", "Enter"));
        _input.Down.ShouldBe(["Enter"]);
    }

    [Fact]
    [Trait("Abuse", "30")]
    public void Apply_ClampsToThePicture_WhenPointerIsOutside()
    {
        uint seq = Control();
        _gate.Apply(Pointer(seq, 65535, 65535));
        _input.Done.ShouldBe(["move 999,499"]);
    }

    [Fact]
    public void Apply_AddsUpFineWheelTurns()
    {
        uint seq = Control();
        for (int i = 0; i < 5; i++)
            _gate.Apply(new PointerInput(seq, 5, 5, 0, 0, 50));
        _gate.Apply(new PointerInput(seq, 5, 5, 0, -240, 0));
        Pass(1);
        _input.Done.Where(step => step.StartsWith("wheel", StringComparison.Ordinal)).ShouldBe(["wheel 0,1", "wheel 0,1", "wheel -2,0"]);
    }

    [Fact]
    [Trait("Abuse", "28")]
    public void Apply_InjectsAtMost250InAnySecond_WhenTenThousandCome()
    {
        uint seq = Control();
        var perSecond = new List<int>();
        for (int second = 0; second < 4; second++)
        {
            int before = _input.Injected;
            for (int i = 0; i < 100; i++)
            {
                for (int k = 0; k < 100; k++)
                    _gate.Apply(Pointer(seq, (ushort)((i * 7) + k), 5));
                _gate.Apply(new TextInput(seq, "abc"));
                _time.Advance(TimeSpan.FromMilliseconds(10));
            }
            perSecond.Add(_input.Injected - before);
        }
        perSecond.ShouldAllBe(injected => injected <= EventBudget.MostInOneSecond);
        EventBudget.MostInOneSecond.ShouldBe(250);
        perSecond[0].ShouldBeGreaterThan(200);
    }

    [Fact]
    [Trait("Abuse", "28")]
    public void Apply_KeepsOnlyTheNewestMove_WhenMovesCannotKeepUp()
    {
        uint seq = Control();
        for (ushort x = 0; x < 500; x++)
            _gate.Apply(Pointer(seq, x, 5));
        Pass(1);
        _input.Done.Count.ShouldBeLessThan(30);
        _input.Done[^1].ShouldBe("move 499,5");
    }

    [Fact]
    public void Apply_LosesTheFloodAndLetsGo_WhenFarTooMuchWaits()
    {
        uint seq = Control();
        _gate.Apply(Key(seq, "ShiftLeft", "Shift"));
        for (int i = 0; i < 20; i++)
            _gate.Apply(new TextInput(seq, new string('x', 1000)));
        _input.Down.ShouldBeEmpty();
        _gate.Dropped.ShouldBeGreaterThan(8000);
    }

    [Fact]
    [Trait("Abuse", "31")]
    public void Tick_ReleasesEverything_WhenNoWordComesForASecond()
    {
        uint seq = Control();
        _gate.Apply(Key(seq, "ShiftLeft", "Shift"));
        _gate.Apply(Pointer(seq, 5, 5, PointerButtons.Left));
        for (int i = 0; i < 5; i++)
        {
            Pass(0.5);
            _gate.Apply(new KeysHeld(seq));
        }
        _input.Down.Count.ShouldBe(2);
        Pass(1.1);
        _input.Down.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("end")]
    [InlineData("revoke")]
    [InlineData("resize")]
    [Trait("Abuse", "31")]
    public void Everything_IsReleased_WhenItEndsOrIsTakenBackOrTheScreenChanges(string how)
    {
        uint seq = Control();
        _gate.Apply(Key(seq, "KeyA", "a", modifiers: KeyModifiers.Control));
        _gate.Apply(Pointer(seq, 5, 5, PointerButtons.Left));
        _input.Down.Count.ShouldBe(2);
        switch (how)
        {
            case "end": _gate.End(); break;
            case "revoke": _gate.Change(Grants.View); break;
            case "resize": _gate.Resize(800, 600); break;
        }
        _input.Down.ShouldBeEmpty();
    }

    [Fact]
    public void SeeHand_DropsInputUntilTwoSecondsWereQuiet()
    {
        var told = new List<PauseReason>();
        _gate.PauseChanged += () => told.Add(_gate.Pause);
        uint seq = Control();
        _gate.Apply(Key(seq, "ShiftLeft", "Shift"));
        _gate.SeeHand();
        _input.Down.ShouldBeEmpty();
        _gate.Pause.ShouldBe(PauseReason.HandOnMouse);
        _gate.HoldsPictures.ShouldBeFalse();
        Pass(1.5);
        _gate.SeeHand();
        Pass(1.9);
        int before = _input.Injected;
        _gate.Apply(Key(seq, "KeyA", "a"));
        _input.Injected.ShouldBe(before);
        Pass(0.2);
        _gate.Pause.ShouldBe(PauseReason.Running);
        _gate.Apply(Key(seq, "KeyA", "a"));
        _input.Done[^1].ShouldBe("type a");
        told.ShouldBe([PauseReason.HandOnMouse, PauseReason.Running]);
    }

    [Fact]
    public void SeeHand_IsNothing_WhileTheConsultantOnlyLooks()
    {
        _gate.Change(Grants.View);
        _gate.SeeHand();
        _gate.Pause.ShouldBe(PauseReason.Running);
        Control();
        _gate.SeeHand();
        _gate.Change(Grants.View);
        _gate.Pause.ShouldBe(PauseReason.Running);
    }

    [Theory]
    [InlineData(PauseReason.ByCustomer)]
    [InlineData(PauseReason.ProblemFound)]
    public void Rest_HoldsBackPicturesAndInput_UntilItGoesOn(PauseReason reason)
    {
        uint seq = Control();
        _gate.Apply(Pointer(seq, 5, 5, PointerButtons.Left));
        _gate.Rest(reason);
        _input.Down.ShouldBeEmpty();
        _gate.SeeHand();
        _gate.Pause.ShouldBe(reason);
        _gate.HoldsPictures.ShouldBeTrue();
        int before = _input.Injected;
        _gate.Apply(Pointer(seq, 6, 6));
        Pass(3);
        _input.Injected.ShouldBe(before);
        _gate.Rest(PauseReason.Running);
        _gate.HoldsPictures.ShouldBeFalse();
        _gate.Apply(Pointer(seq, 6, 6));
        _input.Done[^1].ShouldBe("move 6,6");
    }

    [Fact]
    [Trait("Abuse", "63")]
    public void Apply_Refuses_WhenTheConsultantAimsAtOurOwnWindows()
    {
        uint seq = Control();
        var panel = new object();
        _own.Shown(panel, 100, 100, 50, 50);
        _gate.Apply(Pointer(seq, 120, 120, PointerButtons.Left));
        _gate.Apply(Pointer(seq, 120, 120));
        _gate.Apply(new PointerInput(seq, 120, 120, 0, 0, 120));
        _own.Focused(panel, true);
        _gate.Apply(Key(seq, "Enter", "Enter"));
        _gate.Apply(new TextInput(seq, " "));
        Pass(1);
        _input.Done.ShouldAllBe(step => step.StartsWith("move", StringComparison.Ordinal));

        _own.Hidden(panel);
        _gate.Apply(Pointer(seq, 120, 120, PointerButtons.Left));
        _input.Done[^1].ShouldBe("press Left");
    }

    /// <summary>Any order of events: nothing is injected without the grant of the moment, nothing stays down after letting go.</summary>
    [Fact]
    public void Gate_KeepsItsPromises_InAnyOrderOfEvents() =>
        Gen.Int[0, 12].Array[1, 200].Sample(steps =>
        {
            var time = new FakeTimeProvider();
            var input = new RecordingInput();
            using var gate = new InputGate(input, new OwnWindows(), time);
            gate.Resize(100, 100);
            uint seq = 0;
            bool ended = false;
            foreach (int step in steps)
            {
                int before = input.Injected;
                bool mayInject = gate.Allows(Grants.Control) && gate.Pause == PauseReason.Running;
                IWireMessage? message = step switch
                {
                    0 => Key(seq, "ShiftLeft", "Shift"),
                    1 => Key(seq, "ShiftLeft", "Shift", down: false),
                    2 => Pointer(seq, 3, 4, PointerButtons.Left),
                    3 => Pointer(seq, 5, 6),
                    4 => new TextInput(seq, "äöü"),
                    _ => null,
                };
                if (message is not null)
                    gate.Apply(message);
                else if (step == 5)
                    seq = gate.Change(Grants.View | Grants.Control)?.GrantSeq ?? seq;
                else if (step == 6)
                    seq = gate.Change(Grants.View)?.GrantSeq ?? seq;
                else if (step == 7)
                    time.Advance(TimeSpan.FromMilliseconds(300));
                else if (step == 8)
                    seq--;
                else if (step == 9)
                    gate.SeeHand();
                else if (step == 10)
                    gate.Rest(PauseReason.ByCustomer);
                else if (step == 11)
                    gate.Rest(PauseReason.Running);
                else
                    (ended, _) = (true, End(gate));
                if (!mayInject)
                    input.Injected.ShouldBe(before);
                if (ended || !gate.Allows(Grants.Control) || gate.Pause != PauseReason.Running)
                    input.Down.ShouldBeEmpty();
            }
        });

    private static bool End(InputGate gate)
    {
        gate.End();
        return true;
    }

    private static KeyInput Key(uint seq, string code, string key, bool down = true, KeyModifiers modifiers = 0) =>
        new(seq, down, code, key, modifiers);

    private static PointerInput Pointer(uint seq, ushort x, ushort y, PointerButtons buttons = 0) => new(seq, x, y, buttons, 0, 0);

    private uint Control() => _gate.Change(Grants.View | Grants.Control)!.GrantSeq;

    private void Pass(double seconds)
    {
        for (double passed = 0; passed < seconds; passed += 0.02)
            _time.Advance(TimeSpan.FromMilliseconds(20));
    }
}
