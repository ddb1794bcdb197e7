using System.Text;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>One thing to do to the desktop, waiting for its turn.</summary>
internal readonly record struct InputStep(InputStepKind Kind)
{
    public int X { get; init; }

    public int Y { get; init; }

    public PointerButtons Button { get; init; }

    public string Code { get; init; } = "";

    public string Key { get; init; } = "";

    public Rune Character { get; init; }

    /// <summary>Steps that only let go of something: they are never refused.</summary>
    public bool OnlyReleases => Kind is InputStepKind.ReleaseButton or InputStepKind.ReleaseKey;
}

/// <summary>What an <see cref="InputStep"/> does.</summary>
internal enum InputStepKind
{
    Move,
    PressButton,
    ReleaseButton,
    Wheel,
    PressKey,
    ReleaseKey,
    Type,
}
