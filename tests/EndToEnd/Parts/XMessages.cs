using System.Runtime.InteropServices;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>The one message that xdotool cannot send everywhere: WM_DELETE_WINDOW.</summary>
internal static partial class XMessages
{
    private const int ClientMessage = 33;

    public static void AskToClose(string display, nuint window)
    {
        nint connection = XOpenDisplay(display);
        if (connection == 0)
        {
            throw new InvalidOperationException($"Display {display} cannot be opened.");
        }

        try
        {
            ClientEvent message = new()
            {
                Type = ClientMessage,
                Window = window,
                MessageType = XInternAtom(connection, "WM_PROTOCOLS", 0),
                Format = 32,
                Data0 = (nint)XInternAtom(connection, "WM_DELETE_WINDOW", 0),
            };
            if (XSendEvent(connection, window, 0, 0, ref message) == 0)
            {
                throw new InvalidOperationException("The message was not sent.");
            }
        }
        finally
        {
            // Closing also flushes what was sent.
            _ = XCloseDisplay(connection);
        }
    }

    // XClientMessageEvent on 64 bits: 96 bytes, in the 192 bytes of an XEvent.
    [StructLayout(LayoutKind.Sequential, Size = 192)]
    private struct ClientEvent
    {
        public int Type;
        public nuint Serial;
        public int SendEvent;
        public nint Display;
        public nuint Window;
        public nuint MessageType;
        public int Format;
        public nint Data0;
        public nint Data1;
    }

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string display);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint connection);

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nuint XInternAtom(nint connection, string name, int onlyIfExists);

    [LibraryImport("libX11.so.6")]
    private static partial int XSendEvent(nint connection, nuint window, int propagate, nint mask, ref ClientEvent message);
}
