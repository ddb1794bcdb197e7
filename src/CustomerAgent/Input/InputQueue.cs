using System.Text;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// Turns the viewer's messages into steps in their order. Pointer moves that have not been made yet are replaced by newer
/// ones, so the pointer never trails behind; everything else keeps its turn.
/// </summary>
internal sealed class InputQueue
{
    private const int Most = 8192;
    private const int WheelStep = 120;
    private const int MostWheelSteps = 10;

    private static readonly PointerButtons[] EachButton =
        [PointerButtons.Left, PointerButtons.Middle, PointerButtons.Right, PointerButtons.Back, PointerButtons.Forward];

    private readonly LinkedList<InputStep> _steps = [];
    private PointerButtons _buttons;
    private int _wheelX, _wheelY;

    public int Count => _steps.Count;

    /// <summary>More is waiting than a person could have meant.</summary>
    public bool Overflows => _steps.Count > Most;

    /// <summary>Forgets what waits and what the pointer's buttons were.</summary>
    public void Clear()
    {
        _steps.Clear();
        _buttons = PointerButtons.None;
        _wheelX = _wheelY = 0;
    }

    public bool TryPeek(out InputStep step)
    {
        step = _steps.First?.Value ?? default;
        return _steps.First is not null;
    }

    public void RemoveFirst() => _steps.RemoveFirst();

    public void Add(PointerInput pointer)
    {
        var place = new InputStep(InputStepKind.Move) { X = pointer.X, Y = pointer.Y };
        if (_steps.Last?.Value.Kind == InputStepKind.Move)
            _steps.RemoveLast();
        _steps.AddLast(place);
        foreach (PointerButtons button in EachButton)
        {
            if (((pointer.Buttons ^ _buttons) & button) == 0)
                continue;
            bool down = pointer.Buttons.HasFlag(button);
            _steps.AddLast(place with { Kind = down ? InputStepKind.PressButton : InputStepKind.ReleaseButton, Button = button });
        }
        _buttons = pointer.Buttons;
        AddWheel(place, pointer.WheelX, pointer.WheelY);
    }

    /// <summary>
    /// A character without Ctrl, Alt or Meta is typed as the character it is, whatever the layouts of the two people;
    /// everything else is a key to hold and release. A character is typed when its key goes down and again for each repeat,
    /// so a line that stalls repeats nothing by itself.
    /// </summary>
    public void Add(KeyInput key)
    {
        const KeyModifiers Shortcut = KeyModifiers.Control | KeyModifiers.Alt | KeyModifiers.Meta;
        bool character = (key.Modifiers & Shortcut) == 0 && SingleCharacter(key.Key) is not null;
        if (character && key.Down)
            Add(SingleCharacter(key.Key)!.Value);
        else if (!key.Down)
            _steps.AddLast(new InputStep(InputStepKind.ReleaseKey) { Code = key.Code });
        else
            _steps.AddLast(new InputStep(InputStepKind.PressKey) { Code = key.Code, Key = key.Key });
    }

    public void Add(TextInput text)
    {
        foreach (Rune character in text.Text.EnumerateRunes())
            Add(character);
    }

    private void Add(Rune character)
    {
        if (character.Value is '\n' or '\r' or '\t')
        {
            string name = character.Value == '\t' ? "Tab" : "Enter";
            _steps.AddLast(new InputStep(InputStepKind.PressKey) { Code = name, Key = name });
            _steps.AddLast(new InputStep(InputStepKind.ReleaseKey) { Code = name });
        }
        else if (!Rune.IsControl(character))
        {
            _steps.AddLast(new InputStep(InputStepKind.Type) { Character = character });
        }
    }

    // Fine wheels send parts of a step; they add up here until a whole step is there.
    private void AddWheel(InputStep place, int x, int y)
    {
        _wheelX += x;
        _wheelY += y;
        int right = Math.Clamp(_wheelX / WheelStep, -MostWheelSteps, MostWheelSteps);
        int down = Math.Clamp(_wheelY / WheelStep, -MostWheelSteps, MostWheelSteps);
        _wheelX %= WheelStep;
        _wheelY %= WheelStep;
        if (right != 0 || down != 0)
            _steps.AddLast(place with { Kind = InputStepKind.Wheel, X = right, Y = down });
    }

    private static Rune? SingleCharacter(string key) =>
        Rune.TryGetRuneAt(key.Length == 0 ? "\0" : key, 0, out Rune rune) && rune.Utf16SequenceLength == key.Length && !Rune.IsControl(rune)
            ? rune : null;
}
