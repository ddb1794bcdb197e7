using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// A key combination that ends the session from anywhere: Ctrl+Shift+F11, or F12 or F10 where another program has taken it.
/// </summary>
internal static class HotKey
{
    private const uint ShiftBit = 1, CapsBit = 2, ControlBit = 4, NumBit = 16;
    private const int Asynchronous = 1;

    /// <summary>Takes the combination.</summary>
    /// <returns>The function key that goes with Ctrl and Shift, for example <c>F11</c>; null where all three are taken.</returns>
    public static string? TryRegister(XWatch watch, Action pressed)
    {
        foreach (string function in HotKeys.Functions)
        {
            if (!TryGrab(watch.Connection, Xlib.XKeysymToKeycode(watch.Connection.Display, Xlib.XStringToKeysym(function))))
                continue;
            watch.KeyPressed += pressed;
            return function;
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
}
