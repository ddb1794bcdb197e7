using System.Text;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>
/// Keys without any character, lent to characters that the layout lacks and given back at the end. The one lent longest
/// ago is lent again last: programs look the character up some time after the key came to them.
/// </summary>
internal sealed unsafe class SpareKeys : IDisposable
{
    private const int MostAtOnce = 32;
    private const int ColumnsPerKey = 2;

    private readonly XConnection _connection;
    private readonly Queue<byte> _free = [];
    private readonly Queue<byte> _lent = [];

    public SpareKeys(XConnection connection)
    {
        _connection = connection;
        _ = Xlib.XDisplayKeycodes(connection.Display, out int lowest, out int highest);
        nuint* map = Xlib.XGetKeyboardMapping(connection.Display, (byte)lowest, highest - lowest + 1, out int columns);
        if (map is null)
            return;
        for (int keycode = highest; keycode >= lowest && _free.Count < MostAtOnce; keycode--)
        {
            var keysyms = new ReadOnlySpan<nuint>(map + ((keycode - lowest) * columns), columns);
            if (!keysyms.ContainsAnyExcept((nuint)0))
                _free.Enqueue((byte)keycode);
        }
        _ = Xlib.XFree(map);
    }

    /// <summary>Puts a character on a spare key. False where the keyboard has no spare key at all.</summary>
    public bool TryLend(Rune character)
    {
        if (!_free.TryDequeue(out byte keycode) && !_lent.TryDequeue(out keycode))
            return false;
        Put(keycode, GdkKeys.gdk_unicode_to_keyval((uint)character.Value));
        _lent.Enqueue(keycode);
        return true;
    }

    /// <summary>Gives all keys back, empty as they were.</summary>
    public void Dispose()
    {
        while (_lent.TryDequeue(out byte keycode))
            Put(keycode, 0);
    }

    private void Put(byte keycode, nuint keysym)
    {
        // Both columns alike: the character comes whether Shift or Caps Lock is on or not.
        nuint* keysyms = stackalloc nuint[ColumnsPerKey] { keysym, keysym };
        _ = Xlib.XChangeKeyboardMapping(_connection.Display, keycode, ColumnsPerKey, keysyms, 1);
        _ = Xlib.XSync(_connection.Display, 0);
    }
}
