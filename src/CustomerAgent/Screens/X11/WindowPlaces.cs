using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// Where windows are. Asks the server while nobody else can (<see cref="XGrab"/>), and only after something has changed;
/// the server's events tell what changed, and each place that a window had in between.
/// </summary>
internal sealed class WindowPlaces
{
    private readonly XConnection _connection;
    private readonly OwnWindows _own;
    private readonly Mask _mask;
    private readonly Dictionary<nuint, DesktopWindow> _known = [];
    private Desktop? _desktop;
    private Choice? _readFor;

    public WindowPlaces(XConnection connection, OwnWindows own, Mask mask)
    {
        (_connection, _own, _mask) = (connection, own, mask);
        _ = Xlib.XSelectInput(connection.Display, connection.Root, Xlib.SubstructureNotifyMask);
    }

    /// <summary>Takes an event of the connection.</summary>
    /// <returns>Whether it was about a window.</returns>
    public bool Note(in XConfigureEvent happened)
    {
        if (happened.Type is < Xlib.CreateNotify or > Xlib.CirculateNotify)
            return false;
        _desktop = null;
        if (!_known.TryGetValue(happened.Window, out DesktopWindow window))
            window = new DesktopWindow(happened.Window, default, _own.Made(happened.Window), happened.Window);
        if (happened.Type == Xlib.DestroyNotify)
            _mask.Gone(window.Program);
        if (!window.IsOwn && !_mask.Choice.NeedsWindows)
            return true;
        Area before = window.Area;
        if (happened.Type is Xlib.ConfigureNotify or Xlib.CreateNotify)
            window = window with { Area = Outer(happened.X, happened.Y, happened.Width, happened.Height, happened.BorderWidth) };
        _mask.Moved(window, before);
        if (happened.Type == Xlib.DestroyNotify)
            _known.Remove(window.Id);
        else
            _known[window.Id] = window;
        return true;
    }

    /// <summary>The desktop as it is now. All events up to now have been taken.</summary>
    public Desktop Read(Area whole, Choice choice)
    {
        if (_desktop is { } unchanged && unchanged.Whole == whole && ReferenceEquals(choice, _readFor))
            return unchanged;
        _readFor = choice;
        HashSet<nuint> framed = [.. _own.Programs.Select(window => XTree.Outermost(_connection, window))];
        Dictionary<nuint, nuint> inFrames = choice is SomeWindows some
            ? some.Programs.GroupBy(program => XTree.Outermost(_connection, program)).ToDictionary(group => group.Key, group => group.First())
            : [];
        var windows = new List<DesktopWindow>();
        foreach (nuint id in XTree.Children(_connection, _connection.Root))
        {
            bool isOwn = _own.Made(id) || framed.Contains(id);
            if ((isOwn || choice.NeedsWindows) && PlaceOf(id) is { } area)
                windows.Add(_known[id] = new DesktopWindow(id, area, isOwn, inFrames.GetValueOrDefault(id, id)));
        }
        return _desktop = new Desktop(whole, windows);
    }

    private Area? PlaceOf(nuint window) =>
        Xlib.XGetWindowAttributes(_connection.Display, window, out XWindowAttributes found) != 0 && found is { MapState: Xlib.IsViewable, Class: Xlib.InputOutput }
            ? Outer(found.X, found.Y, found.Width, found.Height, found.BorderWidth)
            : null;

    private static Area Outer(int x, int y, int width, int height, int border) => new(x, y, width + (2 * border), height + (2 * border));
}
