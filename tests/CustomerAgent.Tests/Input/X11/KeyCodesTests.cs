using ServiceDesk.CustomerAgent.Input.X11;

namespace ServiceDesk.CustomerAgent.Tests.Input.X11;

public sealed class KeyCodesTests
{
    [Theory] // keycodes as `xev` shows them on a PC keyboard
    [InlineData("Escape", 9)]
    [InlineData("Digit1", 10)]
    [InlineData("Backspace", 22)]
    [InlineData("KeyQ", 24)]
    [InlineData("Enter", 36)]
    [InlineData("ControlLeft", 37)]
    [InlineData("KeyA", 38)]
    [InlineData("Backquote", 49)]
    [InlineData("ShiftLeft", 50)]
    [InlineData("KeyZ", 52)]
    [InlineData("ShiftRight", 62)]
    [InlineData("AltLeft", 64)]
    [InlineData("Space", 65)]
    [InlineData("F1", 67)]
    [InlineData("F10", 76)]
    [InlineData("Numpad0", 90)]
    [InlineData("IntlBackslash", 94)]
    [InlineData("F11", 95)]
    [InlineData("F12", 96)]
    [InlineData("NumpadEnter", 104)]
    [InlineData("ControlRight", 105)]
    [InlineData("AltRight", 108)]
    [InlineData("Home", 110)]
    [InlineData("ArrowUp", 111)]
    [InlineData("ArrowDown", 116)]
    [InlineData("Delete", 119)]
    [InlineData("Pause", 127)]
    [InlineData("MetaLeft", 133)]
    [InlineData("ContextMenu", 135)]
    [InlineData("F24", 202)]
    public void TryGet_GivesTheKeycodeOfThePlace(string code, byte keycode)
    {
        KeyCodes.TryGet(code, out byte found).ShouldBeTrue();
        found.ShouldBe(keycode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Unidentified")]
    [InlineData("keya")]
    public void TryGet_IsFalse_ForPlacesNobodyHas(string code) => KeyCodes.TryGet(code, out _).ShouldBeFalse();
}
