using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>Monitors and windows of an X11 desktop. The preview is read by a screen of its own, in the way of the pictures that are sent.</summary>
internal sealed class X11Showing : IShowing, IDisposable
{
    private const int PreviewWidth = 368, PreviewHeight = 230;

    private readonly XConnection _connection;
    private readonly OwnWindows _own;
    private readonly Mask _mask;

    /// <param name="connection">Owned from now on.</param>
    /// <param name="mask">The mask of the pictures that are sent.</param>
    public X11Showing(XConnection connection, OwnWindows own, Mask mask) => (_connection, _own, _mask) = (connection, own, mask);

    public Choice Choice
    {
        get => _mask.Choice;
        set => _mask.Choice = value;
    }

    public IReadOnlyList<Showable> List()
    {
        IReadOnlyList<Area> monitors = MonitorPlaces.Now(_connection);
        return
        [
            .. monitors.Where(_ => monitors.Count > 1).Select(place => new Showable(place, "", 0)),
            .. Windows().Reverse().Select(window => (window, title: XProperties.Title(_connection, window)))
                .Where(found => found.title is not null).Select(found => new Showable(null, found.title!, found.window)),
        ];
    }

    public Thumbnail? Preview(Choice choice)
    {
        if (XConnection.TryOpen(_connection.Name) is not { } connection)
            return null;
        using var screen = new X11Screen(connection, _own, new Mask(TimeProvider.System) { Choice = choice });
        return screen.TryCapture() ? Thumbnail.Of(screen.Picture, PreviewWidth, PreviewHeight) : null;
    }

    /// <summary>The monitors have changed: another picture would lie where the chosen one was, so nothing is shown until the customer chooses anew.</summary>
    public void MonitorsChanged()
    {
        if (_mask.Choice is OneMonitor monitor && !MonitorPlaces.Now(_connection).Contains(monitor.Place))
            _mask.Choice = new SomeWindows(new HashSet<nuint>());
    }

    public void Dispose() => _connection.Dispose();

    // From the lowest to the highest: as the window manager lists them, or where there is none, all that can be seen.
    private IEnumerable<nuint> Windows()
    {
        nuint[] windows = XProperties.Numbers(_connection, _connection.Root, "_NET_CLIENT_LIST_STACKING") ?? XTree.Children(_connection, _connection.Root);
        return windows.Where(window => !_own.Made(window) && XTree.Attributes(_connection, window) is { IsSeen: true });
    }
}
