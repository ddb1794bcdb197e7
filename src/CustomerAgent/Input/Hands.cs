using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// The gate's hands on mouse and keyboard: they do one step, know what they hold down, and never touch the agent's own
/// windows. Part of the gate and used under its lock only.
/// </summary>
internal sealed class Hands(IInput input, OwnWindows own, IReach? reach) : IDisposable
{
    private readonly HashSet<string> _keys = [];
    private PointerButtons _buttons;
    private (int X, int Y) _pointer;
    private bool _isAstray; // the consultant points at something that is not shown; our pointer stayed behind

    /// <summary>Size of the picture that places lie in; nothing is done before there is one.</summary>
    public (int Width, int Height) Picture { get; set; }

    /// <summary>Whether a key or button is down.</summary>
    public bool HoldSomething => _keys.Count > 0 || _buttons != PointerButtons.None;

    /// <summary>Does a step. False when it was refused.</summary>
    public bool TryDo(InputStep step)
    {
        if (step.Kind == InputStepKind.Move)
            _isAstray = reach?.MayPoint(step.X, step.Y) == false;
        if (IsRefused(step))
            return false;
        if (!step.OnlyReleases)
            own.UsedByConsultant();
        switch (step.Kind)
        {
            case InputStepKind.Move: Move(step.X, step.Y); break;
            case InputStepKind.PressButton: Press(step.Button); break;
            case InputStepKind.ReleaseButton: Release(step.Button); break;
            case InputStepKind.Wheel: input.TurnWheel(step.X, step.Y); break;
            case InputStepKind.PressKey when _keys.Add(step.Code): Press(step.Code, step.Key); break;
            case InputStepKind.ReleaseKey when _keys.Remove(step.Code): input.ReleaseKey(step.Code); break;
            case InputStepKind.Type: input.Type(step.Character); break;
        }
        return true;
    }

    /// <summary>Releases everything.</summary>
    public void LetGo()
    {
        _keys.Clear();
        _buttons = PointerButtons.None;
        input.ReleaseAll();
    }

    public void Dispose()
    {
        input.Dispose();
        reach?.Dispose();
    }

    // The customer's consent is the customer's: no click and no key of the consultant's may reach the windows that ask for it,
    // or anything else that is not shown.
    private bool IsRefused(InputStep step) => !step.OnlyReleases && (Picture == default || step.Kind switch
    {
        InputStepKind.Move => _isAstray,
        InputStepKind.PressButton or InputStepKind.Wheel => _isAstray || CoversOurs() || reach?.MayPoint(_pointer.X, _pointer.Y) == false,
        InputStepKind.PressKey when HotKeys.IsCompletedBy(step.Code, _keys) => true,
        InputStepKind.PressKey or InputStepKind.Type => own.HaveKeyboard() || reach?.MayType() == false,
        _ => false,
    });

    private bool CoversOurs() => own.Cover(_pointer.X, _pointer.Y) || reach?.IsOurs(_pointer.X, _pointer.Y) == true;

    // A held key repeats by itself: one of the hot key's would make it complete as soon as Ctrl and Shift are pressed after it.
    private void Press(string code, string key)
    {
        foreach (string function in HotKeys.Functions.Where(function => function != code && _keys.Remove(function)))
            input.ReleaseKey(function);
        input.PressKey(code, key);
    }

    private void Move(int x, int y)
    {
        _pointer = (Math.Clamp(x, 0, Picture.Width - 1), Math.Clamp(y, 0, Picture.Height - 1));
        input.MovePointer(_pointer.X, _pointer.Y);
    }

    private void Press(PointerButtons button)
    {
        _buttons |= button;
        input.PressButton(button);
    }

    private void Release(PointerButtons button)
    {
        if (!_buttons.HasFlag(button))
            return; // its press was refused
        _buttons &= ~button;
        input.ReleaseButton(button);
    }
}
