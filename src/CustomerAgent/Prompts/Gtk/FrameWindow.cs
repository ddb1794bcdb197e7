using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// A frame in the state's colour round what is shown: four thin windows that let every click through. Its callers show it
/// again several times a second, which is how it comes back over a window that has covered it.
/// </summary>
internal sealed class FrameWindow
{
    /// <summary>Pixels, as GTK counts them.</summary>
    public const int Thickness = 4;

    private const int VisibilityNotifyMask = 1 << 17;

    private readonly nint[] _edges = [.. Enumerable.Range(0, 4).Select(_ => NewEdge())];
    private StripState? _state;
    private GdkRectangle _place;
    private bool _isCovered;

    public FrameWindow()
    {
        foreach (nint edge in _edges)
        {
            Signals.OnEvent(edge, "visibility-notify-event", () =>
            {
                _isCovered = true;
                return false;
            });
        }
    }

    /// <summary>What the frame goes round; null for the whole desktop.</summary>
    public Area? Around { get; set; }

    public void Show(StripState state)
    {
        GdkRectangle place = Around is { } part ? InGtkPixels(part) : Desktop();
        if (!place.Equals(_place))
            Move(place);
        foreach (nint edge in _edges.Where(_ => state != _state))
        {
            Look.SetState(edge, state);
            Gtk3.gtk_widget_show(edge);
        }
        foreach (nint edge in _edges.Where(_ => _isCovered))
            Gtk3.gdk_window_raise(Gtk3.gtk_widget_get_window(edge));
        _isCovered = false;
        _state = state;
    }

    public void Hide()
    {
        _state = null;
        foreach (nint edge in _edges)
            Gtk3.gtk_widget_hide(edge);
    }

    private void Move(GdkRectangle place)
    {
        _place = place;
        int between = place.Height - (2 * Thickness), bottom = place.Y + place.Height - Thickness, right = place.X + place.Width - Thickness;
        PlaceEdge(0, place.X, place.Y, place.Width, Thickness);
        PlaceEdge(1, place.X, bottom, place.Width, Thickness);
        PlaceEdge(2, place.X, place.Y + Thickness, Thickness, between);
        PlaceEdge(3, right, place.Y + Thickness, Thickness, between);
    }

    private void PlaceEdge(int number, int x, int y, int width, int height)
    {
        Gtk3.gtk_window_move(_edges[number], x, y);
        Gtk3.gtk_window_resize(_edges[number], Math.Max(1, width), Math.Max(1, height));
    }

    private GdkRectangle InGtkPixels(Area part)
    {
        int scale = Gtk3.gtk_widget_get_scale_factor(_edges[0]);
        return new GdkRectangle { X = part.X / scale, Y = part.Y / scale, Width = part.Width / scale, Height = part.Height / scale };
    }

    private static GdkRectangle Desktop()
    {
        nint screen = Gtk3.gdk_screen_get_default();
        return new GdkRectangle { Width = Gtk3.gdk_screen_get_width(screen), Height = Gtk3.gdk_screen_get_height(screen) };
    }

    private static nint NewEdge()
    {
        nint edge = Gtk3.gtk_window_new(Gtk3.Popup);
        Gtk3.gtk_window_set_title(edge, "ServiceDesk frame");
        Gtk3.gtk_widget_set_size_request(edge, 1, 1);
        Gtk3.gtk_window_set_accept_focus(edge, 0);
        Gtk3.gtk_widget_add_events(edge, VisibilityNotifyMask);
        Look.AddClass(edge, "edge");
        Signals.On(edge, "realize", () => XShape.LetClicksThrough(
            Gtk3.gdk_x11_get_default_xdisplay(), Gtk3.gdk_x11_window_get_xid(Gtk3.gtk_widget_get_window(edge))));
        return edge;
    }
}
