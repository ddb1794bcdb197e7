using System.Text;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>Mouse and keyboard by the XTEST extension, with the rights of the person at the desktop and no others.</summary>
internal sealed class XTestInput : IInput
{
    private const int Press = 1;
    private const int Release = 0;
    private const int PresentScreen = -1;
    private const uint ControlAndShift = 4 | KeyboardMap.Shift;

    private readonly XConnection _connection;
    private readonly OwnEvents _events;
    private readonly KeyboardMap _map;
    private readonly SpareKeys _spare;
    private readonly Dictionary<string, byte> _keysDown = [];
    private PointerButtons _buttonsDown;

    /// <param name="connection">Owned by the input from now on.</param>
    /// <param name="events">Is told of each event before it is made.</param>
    public XTestInput(XConnection connection, OwnEvents events)
    {
        _connection = connection;
        _events = events;
        _map = new KeyboardMap(connection);
        _spare = new SpareKeys(connection);
    }

    /// <summary>Whether the server lets a program press keys at all.</summary>
    public static bool IsOffered(XConnection connection) =>
        XTest.XTestQueryExtension(connection.Display, out _, out _, out _, out _) != 0;

    public void MovePointer(int x, int y)
    {
        _events.Expect(new HandEvent(HandEventKind.Move, x, y));
        _ = XTest.XTestFakeMotionEvent(_connection.Display, PresentScreen, x, y, 0);
        _ = Xlib.XFlush(_connection.Display);
    }

    public void PressButton(PointerButtons button)
    {
        _buttonsDown |= button;
        Button(NumberOf(button), Press);
    }

    public void ReleaseButton(PointerButtons button)
    {
        _buttonsDown &= ~button;
        Button(NumberOf(button), Release);
    }

    public void TurnWheel(int right, int down)
    {
        // X counts wheel steps as clicks: 4 up, 5 down, 6 left, 7 right.
        Click(down > 0 ? 5u : 4u, Math.Abs(down));
        Click(right > 0 ? 7u : 6u, Math.Abs(right));
    }

    public void PressKey(string code, string key)
    {
        if (_keysDown.ContainsKey(code) || !TryFindKey(code, key, out byte keycode) || IsHotKey(keycode))
            return;
        _keysDown[code] = keycode;
        Key(keycode, Press);
    }

    public void ReleaseKey(string code)
    {
        if (_keysDown.Remove(code, out byte keycode))
            Key(keycode, Release);
    }

    public void Type(Rune character)
    {
        if (!_map.TryFind(character, out KeyPlace place) && !(_spare.TryLend(character) && _map.TryFind(character, out place)))
            return;
        byte[] inTheWay = [.. _keysDown.Where(key => ModifierCodes.Contains(key.Key)).Select(key => key.Value)];
        foreach (byte keycode in inTheWay)
            Key(keycode, Release);
        byte[] needed = MissingModifiers(place.Modifiers);
        foreach (byte keycode in needed)
            Key(keycode, Press);
        Key(place.Keycode, Press);
        Key(place.Keycode, Release);
        foreach (byte keycode in needed.Reverse())
            Key(keycode, Release);
        foreach (byte keycode in inTheWay)
            Key(keycode, Press);
    }

    public void ReleaseAll()
    {
        foreach (byte keycode in _keysDown.Values)
            Key(keycode, Release);
        _keysDown.Clear();
        foreach (PointerButtons button in Enum.GetValues<PointerButtons>().Where(b => b is not (PointerButtons.None or PointerButtons.All)))
        {
            if (_buttonsDown.HasFlag(button))
                ReleaseButton(button);
        }
        _ = Xlib.XSync(_connection.Display, 0);
    }

    public void Dispose()
    {
        ReleaseAll();
        _spare.Dispose();
        _connection.Dispose();
    }

    private static readonly HashSet<string> ModifierCodes =
        ["ShiftLeft", "ShiftRight", "ControlLeft", "ControlRight", "AltLeft", "AltRight", "MetaLeft", "MetaRight"];

    private bool TryFindKey(string code, string key, out byte keycode)
    {
        keycode = 0;
        if (key == "AltGraph")
            return false; // it only chose the character, and characters come as text

        // Ctrl+Z means "undo" to both people though their layouts have Z in different places, so a letter is looked for
        // where the customer's keyboard has it; everything else goes by place.
        return (key.Length == 1 && char.IsAsciiLetter(key[0]) && _map.TryFindLetter(key[0], out keycode))
            || KeyCodes.TryGet(code, out keycode);
    }

    // With Ctrl and Shift that others hold or that are locked; the gate knows only what the consultant holds.
    private bool IsHotKey(byte keycode) =>
        HotKeys.Functions.Any(function => Xlib.XKeysymToKeycode(_connection.Display, Xlib.XStringToKeysym(function)) == keycode)
        && (_map.ActiveModifiers() & ControlAndShift) == ControlAndShift;

    private byte[] MissingModifiers(uint wanted)
    {
        uint missing = wanted & ~_map.ActiveModifiers();
        return [.. new[] { KeyboardMap.Shift, _map.Level3 }.Where(bit => (missing & bit) != 0).Select(_map.ModifierKey)];
    }

    private void Key(byte keycode, int press)
    {
        if (press == Press)
            _events.Expect(new HandEvent(HandEventKind.Key, keycode));
        _ = XTest.XTestFakeKeyEvent(_connection.Display, keycode, press, 0);
        _ = Xlib.XFlush(_connection.Display);
    }

    private void Click(uint button, int times)
    {
        for (int i = 0; i < times; i++)
        {
            Button(button, Press);
            Button(button, Release);
        }
    }

    private void Button(uint number, int press)
    {
        if (press == Press)
            _events.Expect(new HandEvent(HandEventKind.Button, (int)number));
        _ = XTest.XTestFakeButtonEvent(_connection.Display, number, press, 0);
        _ = Xlib.XFlush(_connection.Display);
    }

    private static uint NumberOf(PointerButtons button) => button switch
    {
        PointerButtons.Left => 1,
        PointerButtons.Middle => 2,
        PointerButtons.Right => 3,
        PointerButtons.Back => 8,
        PointerButtons.Forward => 9,
        _ => throw new ArgumentOutOfRangeException(nameof(button), "One button at a time."),
    };
}
