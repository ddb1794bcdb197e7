using System.Text;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// Mouse and keyboard of the customer's desktop. Only <see cref="InputGate"/> calls this, through its <see cref="Hands"/> and under its lock, so an
/// implementation needs no lock of its own.
/// </summary>
internal interface IInput : IDisposable
{
    /// <summary>Puts the pointer on a pixel of the picture.</summary>
    void MovePointer(int x, int y);

    /// <summary>Presses one button.</summary>
    void PressButton(PointerButtons button);

    /// <summary>Releases one button.</summary>
    void ReleaseButton(PointerButtons button);

    /// <summary>Turns the wheel by whole steps; positive is right and down.</summary>
    void TurnWheel(int right, int down);

    /// <summary>Presses a key that is no character: a named key, a modifier, or the key of a shortcut. Unknown keys do nothing.</summary>
    /// <param name="code">Place on the keyboard, <c>KeyboardEvent.code</c>.</param>
    /// <param name="key">What it gives on the consultant's keyboard, <c>KeyboardEvent.key</c>.</param>
    void PressKey(string code, string key);

    /// <summary>Releases what <see cref="PressKey"/> pressed for this code.</summary>
    void ReleaseKey(string code);

    /// <summary>Types one character, whatever the keyboard layout here is.</summary>
    void Type(Rune character);

    /// <summary>Releases every key and button that is down because of us. Returns when the desktop has them all up.</summary>
    void ReleaseAll();
}
