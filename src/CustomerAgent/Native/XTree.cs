namespace ServiceDesk.CustomerAgent.Native;

/// <summary>Questions about windows and what they lie in. A window that is gone has no parent, no children and no place.</summary>
internal static unsafe class XTree
{
    /// <summary>Place, depth and state; null where it is gone.</summary>
    public static XWindowAttributes? Attributes(XConnection connection, nuint window) =>
        Xlib.XGetWindowAttributes(connection.Display, window, out XWindowAttributes found) != 0 ? found : null;

    /// <summary>From the lowest to the highest.</summary>
    public static nuint[] Children(XConnection connection, nuint window)
    {
        if (Xlib.XQueryTree(connection.Display, window, out _, out _, out nuint* children, out uint count) == 0)
            return [];
        nuint[] all = new ReadOnlySpan<nuint>(children, (int)count).ToArray();
        if (children is not null)
            _ = Xlib.XFree(children);
        return all;
    }

    /// <summary>The window right on the desktop that this one lies in, itself if need be; 0 where it is gone.</summary>
    public static nuint Outermost(XConnection connection, nuint window)
    {
        while (window != 0 && Parent(connection, window) is var parent && parent != connection.Root)
            window = parent;
        return window;
    }

    private static nuint Parent(XConnection connection, nuint window)
    {
        if (Xlib.XQueryTree(connection.Display, window, out _, out nuint parent, out nuint* children, out _) == 0)
            return 0;
        if (children is not null)
            _ = Xlib.XFree(children);
        return parent;
    }
}
