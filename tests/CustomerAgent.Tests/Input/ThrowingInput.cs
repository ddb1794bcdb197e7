using System.Text;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Input;

/// <summary>A desktop that takes no input any more.</summary>
/// <param name="evenToLetGo">Not even releasing works.</param>
internal sealed class ThrowingInput(bool evenToLetGo = false) : IInput
{
    /// <summary>How often everything was released.</summary>
    public int Releases { get; private set; }

    /// <summary>Whether it still works.</summary>
    public bool Works { get; set; }

    public void MovePointer(int x, int y) => Do();

    public void PressButton(PointerButtons button) => Do();

    public void ReleaseButton(PointerButtons button) => Do();

    public void TurnWheel(int right, int down) => Do();

    public void PressKey(string code, string key) => Do();

    public void ReleaseKey(string code) => Do();

    public void Type(Rune character) => Do();

    public void ReleaseAll()
    {
        Releases++;
        if (evenToLetGo)
            Do();
    }

    public void Dispose() => Works = false;

    private void Do()
    {
        if (!Works)
            throw new InvalidOperationException("The display went away.");
    }
}
