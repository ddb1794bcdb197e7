using System.Text;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>A key and the modifiers under which it gives a character.</summary>
internal readonly record struct KeyPlace(byte Keycode, uint Modifiers);

/// <summary>
/// Which key gives which character on the customer's present layout. Read anew after the layout, the group or a lock
/// (Caps, Num) has changed; asking for that costs one round trip to the server on this computer.
/// </summary>
internal sealed class KeyboardMap
{
    public const uint Shift = 1;

    private const uint IsoLevel3Shift = 0xFE03;
    private const uint CoreGroupBit = 13;

    // Above this keysyms are keys, not characters: dead accents, keypad, Return, modifiers. A keypad "+" is not what a
    // terminal in application mode takes for a plus.
    private const nuint FirstFunctionKeysym = 0xFD00;
    private const nuint LastFunctionKeysym = 0xFFFF;

    private readonly XConnection _connection;
    private readonly Dictionary<int, KeyPlace> _places = [];
    private bool _stale = true;
    private (byte Group, byte Locks) _readFor;

    public KeyboardMap(XConnection connection)
    {
        _connection = connection;
        int major = 1, minor = 0;
        _ = Xkb.XkbQueryExtension(connection.Display, out _, out _, out _, ref major, ref minor);
        _ = Xkb.XkbSelectEvents(connection.Display, Xkb.CoreKeyboard, Xkb.MapEvents, Xkb.MapEvents);
    }

    /// <summary>The modifier bit that AltGr sets on this layout.</summary>
    public uint Level3 { get; private set; }

    /// <summary>Modifiers that count at this moment, held or locked, whoever holds them.</summary>
    public uint ActiveModifiers()
    {
        _ = Xkb.XkbGetState(_connection.Display, Xkb.CoreKeyboard, out XkbState state);
        return state.Modifiers;
    }

    public bool TryFind(Rune character, out KeyPlace place)
    {
        ReadIfChanged();
        return _places.TryGetValue(character.Value, out place);
    }

    /// <summary>The key that carries a letter in either case, for shortcuts.</summary>
    public bool TryFindLetter(char letter, out byte keycode)
    {
        bool found = TryFind(new Rune(char.ToLowerInvariant(letter)), out KeyPlace place)
            || TryFind(new Rune(char.ToUpperInvariant(letter)), out place);
        keycode = place.Keycode;
        return found;
    }

    /// <summary>A key for a modifier, to be held while a character of its level is typed.</summary>
    public byte ModifierKey(uint modifier) =>
        Xlib.XKeysymToKeycode(_connection.Display, modifier == Shift ? Keysyms.ShiftLeft : IsoLevel3Shift);

    private unsafe void ReadIfChanged()
    {
        byte* any = stackalloc byte[Xlib.EventBytes];
        while (Xlib.XPending(_connection.Display) > 0)
        {
            _ = Xlib.XNextEvent(_connection.Display, any);
            _stale = true; // only keyboard events come here: nothing else was selected
        }
        _ = Xkb.XkbGetState(_connection.Display, Xkb.CoreKeyboard, out XkbState state);
        if (!_stale && _readFor == (state.Group, state.LockedModifiers))
            return;
        Read(state);
        _stale = false;
        _readFor = (state.Group, state.LockedModifiers);
    }

    private void Read(XkbState state)
    {
        nint map = Xkb.XkbGetMap(_connection.Display, Xkb.AllClientParts, Xkb.CoreKeyboard);
        if (map == 0)
            throw new InvalidOperationException("The X server gave no keyboard map.");
        Level3 = Xkb.XkbKeysymToModifiers(_connection.Display, IsoLevel3Shift);
        _ = Xlib.XDisplayKeycodes(_connection.Display, out int lowest, out int highest);
        _places.Clear();
        foreach (uint modifiers in Levels())
        {
            uint core = modifiers | state.LockedModifiers | ((uint)state.Group << (int)CoreGroupBit);
            for (int keycode = lowest; keycode <= highest; keycode++)
            {
                _ = Xkb.XkbTranslateKeyCode(map, (byte)keycode, core, out _, out nuint keysym);
                if (CharacterOf(keysym) is int character)
                    _places.TryAdd(character, new KeyPlace((byte)keycode, modifiers));
            }
        }
        Xkb.XkbFreeKeyboard(map, 0, freeAll: 1);
    }

    // Plain keys first: a character that several keys give is typed with the fewest modifiers.
    private uint[] Levels() => Level3 == 0 ? [0, Shift] : [0, Shift, Level3, Shift | Level3];

    private static int? CharacterOf(nuint keysym)
    {
        if (keysym is 0 or (>= FirstFunctionKeysym and <= LastFunctionKeysym))
            return null;
        uint character = GdkKeys.gdk_keyval_to_unicode((uint)keysym);
        return character >= ' ' ? (int)character : null;
    }
}
