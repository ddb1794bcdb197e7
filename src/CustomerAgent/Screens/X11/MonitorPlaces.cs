using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// Where monitors are, asked from the server each time: a toolkit's own list is told of a change some time after it.
/// </summary>
internal static class MonitorPlaces
{
    /// <summary>In pixels of the desktop.</summary>
    public static IReadOnlyList<Area> Now(XConnection connection) =>
        [.. XRandr.Monitors(connection).Select(monitor => new Area(monitor.X, monitor.Y, monitor.Width, monitor.Height))];
}
