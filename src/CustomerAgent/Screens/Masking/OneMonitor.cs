namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>Only this part of the desktop, whatever lies there, and only as long as there is a monitor at just this place.</summary>
internal sealed record OneMonitor(Area Place) : Choice
{
    public override bool NeedsMonitors => true;

    public override Region On(Desktop desktop) => desktop.Monitors.Contains(Place) ? Region.Of(Place.Common(desktop.Whole)) : Region.Nothing;

    public override bool Shows(DesktopWindow window) => true;
}
