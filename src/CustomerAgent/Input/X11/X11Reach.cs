using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;

namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>Asks the server which window would get a click or a key at this moment, whose it is, and whether the customer shows it.</summary>
internal sealed class X11Reach(XConnection connection, OwnWindows own, Mask mask) : IReach
{
    private const nuint NoWindow = 0, WindowUnderPointer = 1;

    public bool MayPoint(int x, int y) => mask.Choice switch
    {
        OneMonitor monitor => monitor.Place.Holds(x, y) && IsThere(monitor),
        SomeWindows windows => Xlib.XTranslateCoordinates(connection.Display, connection.Root, connection.Root, x, y, out _, out _, out nuint window) != 0
            && IsShown(windows, window),
        _ => true,
    };

    public bool IsOurs(int x, int y)
    {
        nuint window = connection.Root;
        while (Xlib.XTranslateCoordinates(connection.Display, connection.Root, window, x, y, out _, out _, out nuint inside) != 0 && inside != NoWindow)
        {
            window = inside;
            if (own.Made(window))
                return true;
        }
        return false;
    }

    public bool MayType()
    {
        Choice choice = mask.Choice;
        if (choice is not (OneMonitor or SomeWindows))
            return true;
        _ = Xlib.XGetInputFocus(connection.Display, out nuint focus, out _);
        if (focus == NoWindow)
            return true; // nobody gets it
        if (focus == WindowUnderPointer)
        {
            _ = Xlib.XQueryPointer(connection.Display, connection.Root, out _, out _, out _, out _, out int x, out int y, out _);
            return MayPoint(x, y);
        }
        nuint window = XTree.Outermost(connection, focus);
        return choice is OneMonitor monitor ? IsThere(monitor) && LiesOn(monitor.Place, window) : IsShown((SomeWindows)choice, window);
    }

    public void Dispose() => connection.Dispose();

    private bool IsShown(SomeWindows windows, nuint outermost) =>
        outermost != NoWindow && windows.Programs.Any(program => XTree.Outermost(connection, program) == outermost);

    private bool IsThere(OneMonitor monitor) => MonitorPlaces.Now(connection).Contains(monitor.Place);

    private bool LiesOn(Area place, nuint window) =>
        XTree.Attributes(connection, window) is { } found
        && !place.Common(new Area(found.X, found.Y, found.Width, found.Height)).IsEmpty;
}
