using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input;

/// <summary>What the gate does when the line is silent or lost, or when a problem was found.</summary>
public sealed class InputGateLineTests : IDisposable
{
    private readonly RecordingInput _input = new();
    private readonly InputGate _gate;

    public InputGateLineTests()
    {
        _gate = new InputGate(_input, new OwnWindows(), new FakeTimeProvider());
        _gate.Resize(1000, 500);
    }

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void LoseLine_LeavesNothingButSeeing_AndGivesNothingWhileItIsLost()
    {
        uint seq = Control();
        _gate.Apply(Key(seq, "ShiftLeft", "Shift"));
        _gate.LoseLine().ShouldBeTrue();
        _input.Down.ShouldBeEmpty();
        _gate.Granted.ShouldBe(Grants.View);
        _gate.HoldsPictures.ShouldBeTrue();
        _gate.Grant(Grants.Control).ShouldBeNull();
        _gate.Silence(false);
        _gate.Line.ShouldBe(LineState.Lost);
        _gate.FindLine().ShouldBe(new GrantsChanged(Grants.View, seq + 1));
        _gate.HoldsPictures.ShouldBeFalse();
        _gate.LoseLine().ShouldBeFalse();
        _gate.End();
        _gate.FindLine().ShouldBeNull();
    }

    [Fact]
    public void Silence_HoldsEverythingBack_UntilSomethingIsHeard()
    {
        uint seq = Control();
        _gate.Apply(Key(seq, "ShiftLeft", "Shift"));
        _gate.Silence(true);
        _input.Down.ShouldBeEmpty();
        int before = _input.Injected;
        _gate.Apply(Key(seq, "KeyA", "a"));
        _input.Injected.ShouldBe(before);
        _gate.HoldsPictures.ShouldBeTrue();
        _gate.Silence(false);
        _gate.Apply(Key(seq, "KeyA", "a"));
        _input.Injected.ShouldBe(before + 1);
    }

    [Fact]
    public void Grant_GivesNothing_WhileTheCustomerIsAskedAboutAProblem()
    {
        _gate.Change(Grants.View);
        _gate.Rest(PauseReason.ProblemFound);
        _gate.Grant(Grants.Control).ShouldBeNull();
        _gate.Rest(PauseReason.Running);
        _gate.Grant(Grants.Control).ShouldBe(new GrantsChanged(Grants.View | Grants.Control, 2));
        _gate.Grant(Grants.Control).ShouldBeNull();
        _gate.Revoke(Grants.FileToCustomer).ShouldBeNull();
        _gate.Revoke(Grants.Control).ShouldBe(new GrantsChanged(Grants.View, 3));
    }

    private uint Control() => _gate.Change(Grants.View | Grants.Control)!.GrantSeq;

    private static KeyInput Key(uint seq, string code, string key) => new(seq, true, code, key, 0);
}
