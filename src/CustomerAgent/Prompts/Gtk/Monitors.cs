using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>The desktop's monitors, which GDK knows from RandR.</summary>
internal static class Monitors
{
    /// <summary>Where they are, in pixels of the desktop.</summary>
    public static IReadOnlyList<Area> Places()
    {
        nint display = Gtk3.gdk_display_get_default();
        return [.. Enumerable.Range(0, Gtk3.gdk_display_get_n_monitors(display)).Select(number => Place(Gtk3.gdk_display_get_monitor(display, number)))];
    }

    /// <summary>Calls when one came, went or changed.</summary>
    public static void OnChange(Action changed) => Signals.On(Gtk3.gdk_screen_get_default(), "monitors-changed", changed);

    private static Area Place(nint monitor)
    {
        Gtk3.gdk_monitor_get_geometry(monitor, out GdkRectangle area);
        int scale = Gtk3.gdk_monitor_get_scale_factor(monitor);
        return new Area(area.X * scale, area.Y * scale, area.Width * scale, area.Height * scale);
    }
}
