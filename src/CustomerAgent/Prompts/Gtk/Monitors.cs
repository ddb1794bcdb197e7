using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>The desktop's monitors as GTK hears of them.</summary>
internal static class Monitors
{
    /// <summary>Calls when one came, went or changed.</summary>
    public static void OnChange(Action changed) => Signals.On(Gtk3.gdk_screen_get_default(), "monitors-changed", changed);
}
