using System.Text;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input;

/// <summary>Writes down what was injected, and what is down because of it.</summary>
internal sealed class RecordingInput : IInput
{
    public List<string> Done { get; } = [];

    public HashSet<string> Down { get; } = [];

    public int Injected { get; private set; }

    public void MovePointer(int x, int y) => Note($"move {x},{y}");

    public void PressButton(PointerButtons button)
    {
        Note($"press {button}");
        Down.Add(button.ToString());
    }

    public void ReleaseButton(PointerButtons button)
    {
        Note($"release {button}");
        Down.Remove(button.ToString());
    }

    public void TurnWheel(int right, int down) => Note($"wheel {right},{down}");

    public void PressKey(string code, string key)
    {
        Note($"press {code}");
        Down.Add(code);
    }

    public void ReleaseKey(string code)
    {
        Note($"release {code}");
        Down.Remove(code);
    }

    public void Type(Rune character) => Note($"type {character}");

    public void ReleaseAll() => Down.Clear();

    public void Dispose() => Done.Add("disposed");

    private void Note(string what)
    {
        Injected++;
        Done.Add(what);
    }
}
