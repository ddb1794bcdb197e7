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
    private readonly int _shapeEvent;
    private readonly HashSet<nuint> _properties;
    private readonly Dictionary<nuint, DesktopWindow> _known = [];
    private Desktop? _desktop;
    private Choice? _readFor;

    public WindowPlaces(XConnection connection, OwnWindows own, Mask mask)
    {
        (_connection, _own, _mask) = (connection, own, mask);
        _shapeEvent = XShape.EventKind(connection.Display);
        _properties = SolidPart.Properties(connection);
        _ = Xlib.XSelectInput(connection.Display, connection.Root, Xlib.SubstructureNotifyMask);
    }

    /// <summary>Takes an event of the connection.</summary>
    /// <returns>Whether it was about a window.</returns>
    public bool Note(in XConfigureEvent happened)
    {
        if (happened.Type == _shapeEvent || (happened.Type == Xlib.PropertyNotify && _properties.Contains(happened.Window)))
            NoteLook(happened.Event);
        else if (happened.Type is < Xlib.CreateNotify or > Xlib.CirculateNotify)
            return false;
        else if (happened.Event == _connection.Root)
            NotePlace(happened);
        _desktop = null;
        return true;
    }

    /// <summary>The desktop as it is now. All events up to now have been taken.</summary>
    public Desktop Read(Area whole, Choice choice)
    {
        IReadOnlyList<Area> monitors = choice.NeedsMonitors ? MonitorPlaces.Now(_connection) : [];
        if (_desktop is { } unchanged && unchanged.Whole == whole && unchanged.Monitors.SequenceEqual(monitors) && ReferenceEquals(choice, _readFor))
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
            if ((isOwn || choice.NeedsWindows) && XTree.Attributes(_connection, id) is { IsSeen: true } found)
                windows.Add(_known[id] = Find(id, found, isOwn, inFrames));
        }
        _ = XErrors.Take(_connection.Display); // one of them may be gone
        return _desktop = new Desktop(whole, windows) { Monitors = monitors };
    }

    private DesktopWindow Find(nuint id, in XWindowAttributes found, bool isOwn, Dictionary<nuint, nuint> inFrames)
    {
        Area area = Outer(found.X, found.Y, found.Width, found.Height, found.BorderWidth);
        if (!inFrames.TryGetValue(id, out nuint program))
            return new DesktopWindow(id, area, isOwn, id);
        SolidPart.Watch(_connection, id, program);
        return new DesktopWindow(id, area, isOwn, program) { Solid = SolidPart.Of(_connection, id, found, program) };
    }

    private void NotePlace(in XConfigureEvent happened)
    {
        if (!_known.TryGetValue(happened.Window, out DesktopWindow before))
            before = new DesktopWindow(happened.Window, default, _own.Made(happened.Window), happened.Window);
        if (happened.Type == Xlib.DestroyNotify)
            _mask.Gone(before.Program);
        if (!before.IsOwn && !_mask.Choice.NeedsWindows)
            return;
        DesktopWindow now = happened.Type is Xlib.ConfigureNotify or Xlib.CreateNotify
            ? before.At(Outer(happened.X, happened.Y, happened.Width, happened.Height, happened.BorderWidth))
            : before;
        _mask.Moved(now, before);
        if (happened.Type == Xlib.DestroyNotify)
            _known.Remove(now.Id);
        else
            _known[now.Id] = now;
    }

    // Another shape, another margin: which of it could be seen through in between, nobody knows.
    private void NoteLook(nuint window)
    {
        foreach (DesktopWindow changed in _known.Values.Where(known => known.Id == window || known.Program == window))
            _mask.Moved(changed, changed);
    }

    private static Area Outer(int x, int y, int width, int height, int border) => new(x, y, width + (2 * border), height + (2 * border));
}
