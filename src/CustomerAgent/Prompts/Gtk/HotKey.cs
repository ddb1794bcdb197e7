using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Input.X11;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// A key combination that ends the session from anywhere: Ctrl+Shift+F11, or F12 or F10 where another program has taken
/// it. An own connection to the X server, read on the windows' thread.
/// </summary>
internal sealed unsafe class HotKey
{
    private const uint ShiftBit = 1, CapsBit = 2, ControlBit = 4, NumBit = 16;
    private const int Asynchronous = 1;

    private static HotKey? s_current;

    private readonly XConnection _connection;
    private readonly Action _pressed;

    private HotKey(XConnection connection, string function, Action pressed)
    {
        _connection = connection;
        Function = function;
        _pressed = pressed;
    }

    /// <summary>The function key that goes with Ctrl and Shift: <c>F11</c>.</summary>
    public string Function { get; }

    /// <summary>Null where all three are taken. Once in a process.</summary>
    /// <param name="connection">Owned by the hot key from now on, as long as the process lives.</param>
    public static HotKey? TryRegister(XConnection connection, Action pressed)
    {
        foreach ((nuint keysym, string name) in new[] { (Keysyms.F11, "F11"), (Keysyms.F12, "F12"), (Keysyms.F10, "F10") })
        {
            if (!TryGrab(connection, Xlib.XKeysymToKeycode(connection.Display, keysym)))
                continue;
            s_current = new HotKey(connection, name, pressed);
            _ = GLib.g_unix_fd_add(Xlib.XConnectionNumber(connection.Display), GLib.In, &OnReadable, 0);
            return s_current;
        }
        return null;
    }

    // A grab is for exact modifiers, so it is made for every state of the two lock keys.
    private static bool TryGrab(XConnection connection, byte keycode)
    {
        foreach (uint locks in new uint[] { 0, CapsBit, NumBit, CapsBit | NumBit })
        {
            _ = Xlib.XGrabKey(
                connection.Display, keycode, ControlBit | ShiftBit | locks, connection.Root, 0, Asynchronous, Asynchronous);
        }
        return XErrors.Take(connection.Display) == 0;
    }

    [UnmanagedCallersOnly]
    private static int OnReadable(int descriptor, int condition, nint data)
    {
        HotKey key = s_current!;
        byte* any = stackalloc byte[Xlib.EventBytes];
        while (Xlib.XPending(key._connection.Display) > 0)
        {
            _ = Xlib.XNextEvent(key._connection.Display, any);
            if (*(int*)any == Xlib.KeyPress)
                key._pressed();
        }
        return 1; // keep listening
    }
}
