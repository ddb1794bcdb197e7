namespace ServiceDesk.CustomerAgent.Native;

/// <summary>
/// While it lasts the server does nothing for anybody else, so that several answers are of one moment. As short as can be:
/// the whole desktop stands still. The server ends it by itself should this program go away.
/// </summary>
internal readonly ref struct XGrab
{
    private readonly nint _display;

    public XGrab(XConnection connection)
    {
        _display = connection.Display;
        _ = Xlib.XGrabServer(_display);
    }

    public void Dispose()
    {
        _ = Xlib.XUngrabServer(_display);
        _ = Xlib.XFlush(_display);
    }
}
