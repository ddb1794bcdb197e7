using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>What is down on a display at this moment, asked from the server itself.</summary>
internal static unsafe partial class Keyboard
{
    private const int AnyButton = 0x1F00;

    public static IReadOnlyList<int> KeysDown(string display)
    {
        using XConnection connection = XConnection.TryOpen(display)!;
        byte* map = stackalloc byte[32];
        _ = XQueryKeymap(connection.Display, map);
        var down = new List<int>();
        for (int keycode = 0; keycode < 256; keycode++)
        {
            if ((map[keycode / 8] & (1 << (keycode % 8))) != 0)
                down.Add(keycode);
        }
        return down;
    }

    public static bool AnyButtonDown(string display)
    {
        using XConnection connection = XConnection.TryOpen(display)!;
        _ = Xlib.XQueryPointer(connection.Display, connection.Root, out _, out _, out _, out _, out _, out _, out uint mask);
        return (mask & AnyButton) != 0;
    }

    /// <summary>Closes a window as its frame's button does.</summary>
    public static void CloseWindow(string display, nuint window)
    {
        using XConnection connection = XConnection.TryOpen(display)!;
        byte* message = stackalloc byte[Xlib.EventBytes];
        new Span<byte>(message, Xlib.EventBytes).Clear();
        *(int*)message = Xlib.ClientMessage;
        *(nuint*)(message + 32) = window;
        *(nuint*)(message + 40) = Xlib.XInternAtom(connection.Display, "WM_PROTOCOLS", 0);
        *(int*)(message + 48) = 32;
        *(nuint*)(message + 56) = Xlib.XInternAtom(connection.Display, "WM_DELETE_WINDOW", 0);
        _ = Xlib.XSendEvent(connection.Display, window, 0, 0, message);
        _ = XErrors.Take(connection.Display);
    }

    [LibraryImport("libX11.so.6")]
    private static partial int XQueryKeymap(nint display, byte* keys);
}
