using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>A connection to the X server whose events are read on the windows' thread. Once in a process, as long as it lives.</summary>
internal sealed unsafe class XWatch
{
    private static XWatch? s_current;

    /// <param name="connection">Owned by the watch from now on.</param>
    public XWatch(XConnection connection)
    {
        if (s_current is not null)
            throw new InvalidOperationException("There is one watch in a process.");
        s_current = this;
        Connection = connection;
        _ = GLib.g_unix_fd_add(Xlib.XConnectionNumber(connection.Display), GLib.In, &OnReadable, 0);
    }

    /// <summary>A grabbed key was pressed.</summary>
    public event Action? KeyPressed;

    /// <summary>Another program sent a message.</summary>
    public event Action? Called;

    public XConnection Connection { get; }

    [UnmanagedCallersOnly]
    private static int OnReadable(int descriptor, int condition, nint data)
    {
        s_current!.ReadAll();
        return 1; // keep listening
    }

    private void ReadAll()
    {
        byte* any = stackalloc byte[Xlib.EventBytes];
        while (Xlib.XPending(Connection.Display) > 0)
        {
            _ = Xlib.XNextEvent(Connection.Display, any);
            switch (*(int*)any)
            {
                case Xlib.KeyPress: KeyPressed?.Invoke(); break;
                case Xlib.ClientMessage: Called?.Invoke(); break;
            }
        }
    }
}
