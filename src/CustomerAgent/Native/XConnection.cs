namespace ServiceDesk.CustomerAgent.Native;

/// <summary>One connection to the X server, used by one thread at a time: Xlib's global locks then never matter.</summary>
internal sealed class XConnection : IDisposable
{
    private XConnection(nint display, string? name)
    {
        Name = name;
        Display = display;
        Root = Xlib.XDefaultRootWindow(display);
        XErrors.Watch(display);
    }

    /// <summary>As it was opened: null for the display that DISPLAY names.</summary>
    public string? Name { get; }

    public nint Display { get; }

    public nuint Root { get; }

    /// <summary>Opens the display that DISPLAY names; null where there is none.</summary>
    public static XConnection? TryOpen(string? name = null)
    {
        nint display = Xlib.XOpenDisplay(name);
        return display == 0 ? null : new XConnection(display, name);
    }

    /// <summary>Whether the X server knows an extension, by the name the extension registers.</summary>
    public bool Knows(string extension) => Xlib.XQueryExtension(Display, extension, out _, out _, out _) != 0;

    /// <summary>Width and height of the whole desktop in pixels, asked anew each time: it changes while we run.</summary>
    public (int Width, int Height) Size()
    {
        _ = Xlib.XGetGeometry(Display, Root, out _, out _, out _, out uint width, out uint height, out _, out _);
        return ((int)width, (int)height);
    }

    public void Dispose()
    {
        XErrors.Forget(Display);
        _ = Xlib.XCloseDisplay(Display);
    }
}
