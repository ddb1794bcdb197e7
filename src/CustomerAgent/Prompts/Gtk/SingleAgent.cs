using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// One agent on a desktop: the first owns a selection of the X server, which goes with it whatever becomes of it; a second
/// start calls the first and leaves.
/// </summary>
internal static unsafe class SingleAgent
{
    private const string Selection = "_SERVICEDESK_AGENT";
    private const int FormatOffset = 48, TypeOffset = 40, WindowOffset = 32;

    /// <summary>Becomes the one agent. False when there is one already; it has been called to the front.</summary>
    public static bool TryBecome(XConnection connection)
    {
        nint display = connection.Display;
        nuint selection = Xlib.XInternAtom(display, Selection, 0);
        nuint first = Xlib.XGetSelectionOwner(display, selection);
        if (first != 0)
        {
            Call(display, first, selection);
            return false;
        }
        nuint window = Xlib.XCreateSimpleWindow(display, connection.Root, 0, 0, 1, 1, 0, 0, 0);
        _ = Xlib.XSetSelectionOwner(display, selection, window, 0);
        _ = Xlib.XFlush(display);
        return true;
    }

    // XClientMessageEvent, 64-bit layout: type, serial, send_event, display, window, message type, format, data.
    private static void Call(nint display, nuint first, nuint selection)
    {
        byte* message = stackalloc byte[Xlib.EventBytes];
        new Span<byte>(message, Xlib.EventBytes).Clear();
        *(int*)message = Xlib.ClientMessage;
        *(nuint*)(message + WindowOffset) = first;
        *(nuint*)(message + TypeOffset) = selection;
        *(int*)(message + FormatOffset) = 32;
        _ = Xlib.XSendEvent(display, first, 0, 0, message);
        _ = XErrors.Take(display); // it may have gone in the meantime
    }
}
