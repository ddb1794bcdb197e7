using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>A window of ours on the desktop: placed in a fixed corner, known to the gate while it is shown.</summary>
internal sealed class TopWindow
{
    private readonly OwnWindows _own;
    private readonly Func<GdkRectangle, (int Width, int Height), (int X, int Y)> _place;
    private (int Width, int Height) _placedFor;

    /// <param name="place">Where the window goes, from the monitor's free area and the window's size.</param>
    public TopWindow(string title, string role, OwnWindows own, Func<GdkRectangle, (int Width, int Height), (int X, int Y)> place)
    {
        _own = own;
        _place = place;
        Handle = Gtk3.gtk_window_new(Gtk3.TopLevel);
        Gtk3.gtk_window_set_title(Handle, title);
        Gtk3.gtk_window_set_role(Handle, role);
        Gtk3.gtk_window_set_resizable(Handle, 0);
        Signals.On(Handle, "realize", () => own.Named(Gtk3.gdk_x11_window_get_xid(Gtk3.gtk_widget_get_window(Handle))));
        Signals.OnNotify(Handle, "size-allocate", () => Place(again: false));
        Signals.On(Gtk3.gdk_screen_get_default(), "monitors-changed", () => Place(again: true));
        Signals.OnEvent(Handle, "configure-event", TellWhere);
        Signals.OnEvent(Handle, "map-event", TellWhere);
        Signals.On(Handle, "hide", () => own.Hidden(this));
        Signals.OnNotify(Handle, "notify::is-active", () => own.Focused(this, Gtk3.gtk_window_is_active(Handle) != 0));
    }

    public nint Handle { get; }

    /// <summary>The window's role, which assistive programs and tests read.</summary>
    public void SetRole(string role) => Gtk3.gtk_window_set_role(Handle, role);

    /// <summary>
    /// The customer has closed it, by its frame or from a task bar. Window managers close for whoever asks: where the consultant
    /// was the last to use the desktop, it was not the customer, and the window stays.
    /// </summary>
    public void OnClose(Action closed) => Signals.OnEvent(Handle, "delete-event", () =>
    {
        if (!_own.AreConsultants)
            closed();
        return true; // GTK does not take it away
    });

    // The size is known only when GTK has laid the window out, and changes with what it says.
    private void Place(bool again)
    {
        (int Width, int Height) size = Gtk3.SizeOf(Handle);
        if (size == _placedFor && !again)
            return;
        _placedFor = size;
        (int x, int y) = _place(FreeArea(), size);
        Gtk3.gtk_window_move(Handle, x, y);
    }

    private bool TellWhere()
    {
        nint window = Gtk3.gtk_widget_get_window(Handle);
        Gtk3.gdk_window_get_frame_extents(window, out GdkRectangle frame);
        int scale = Gtk3.gtk_widget_get_scale_factor(Handle);
        _own.Shown(this, frame.X * scale, frame.Y * scale, frame.Width * scale, frame.Height * scale);
        return false; // GTK goes on with the event
    }

    private static GdkRectangle FreeArea()
    {
        nint display = Gtk3.gdk_display_get_default();
        nint monitor = Gtk3.gdk_display_get_primary_monitor(display);
        Gtk3.gdk_monitor_get_workarea(monitor != 0 ? monitor : Gtk3.gdk_display_get_monitor(display, 0), out GdkRectangle area);
        return area;
    }
}
