namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>Only this part of the desktop, whatever lies there.</summary>
internal sealed record OneMonitor(Area Place) : Choice
{
    public override Region On(Desktop desktop) => Region.Of(Place.Common(desktop.Whole));

    public override bool Shows(DesktopWindow window) => true;
}
