using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>
/// Keeps X errors of our own connections from ending the process. A screen that changes size between asking for its
/// size and reading its pixels answers with an error; that is a normal thing, noticed by <see cref="Take"/>.
/// Errors of other connections (GTK's) go on to the handler that was there before.
/// </summary>
internal static unsafe class XErrors
{
    private static readonly Lock Guard = new();
    private static readonly Dictionary<nint, int> LastError = [];
    private static delegate* unmanaged<nint, XErrorEvent*, int> _before;
    private static bool _installed;

    /// <summary>Counts a connection as ours. Call after GTK has been started, or GTK replaces the handler.</summary>
    public static void Watch(nint display)
    {
        lock (Guard)
        {
            LastError[display] = 0;
            if (_installed)
                return;
            _before = (delegate* unmanaged<nint, XErrorEvent*, int>)Xlib.XSetErrorHandler(&OnError);
            _installed = true;
        }
    }

    /// <summary>The connection is closed; a later one may get the same address.</summary>
    public static void Forget(nint display)
    {
        lock (Guard)
            LastError.Remove(display);
    }

    /// <summary>Waits until the server has answered everything; the code of the last error since the call before, 0 for none.</summary>
    public static int Take(nint display)
    {
        _ = Xlib.XSync(display, 0);
        lock (Guard)
        {
            int code = LastError.GetValueOrDefault(display);
            LastError[display] = 0;
            return code;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnError(nint display, XErrorEvent* error) => Handle(display, error);

    private static int Handle(nint display, XErrorEvent* error)
    {
        lock (Guard)
        {
            if (LastError.ContainsKey(display))
            {
                LastError[display] = error->ErrorCode;
                return 0;
            }
        }
        return _before is null ? 0 : _before(display, error);
    }
}
