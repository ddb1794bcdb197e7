using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>An icon in the desktop's tray, where it has one: shape and colour of the state, and a menu that ends the session.</summary>
internal sealed class Tray
{
    private const int Size = 22;

    private readonly OwnWindows _own;
    private readonly Action<ViewAction> _act;
    private nint _icon, _menu;
    private StripState? _state;

    public Tray(OwnWindows own, Action<ViewAction> act) => (_own, _act) = (own, act);

    public void Show(Strip strip)
    {
        if (strip.State != _state)
            Draw(strip.State, strip.End);
        Gtk3.gtk_status_icon_set_tooltip_text(_icon, $"ServiceDesk: {strip.Word} {strip.Text}");
        Gtk3.gtk_status_icon_set_visible(_icon, 1);
    }

    public void Hide()
    {
        if (_icon != 0)
            Gtk3.gtk_status_icon_set_visible(_icon, 0);
    }

    private void Draw(StripState state, string end)
    {
        using Pixbuf picture = ShapePicture.Draw(state, Size, Look.OnTray(state));
        if (_icon == 0)
            Create(picture.Handle, end);
        Gtk3.gtk_status_icon_set_from_pixbuf(_icon, picture.Handle);
        _state = state;
    }

    private void Create(nint picture, string end)
    {
        _icon = Gtk3.gtk_status_icon_new_from_pixbuf(picture);
        Gtk3.gtk_status_icon_set_title(_icon, "ServiceDesk");
        _menu = Gtk3.gtk_menu_new();
        nint item = Gtk3.gtk_menu_item_new_with_label(end);
        Signals.On(item, "activate", () => _act(ViewAction.End));
        Gtk3.gtk_menu_shell_append(_menu, item);
        Gtk3.gtk_widget_show_all(_menu);
        Signals.On(_menu, "map", () => _own.Opened(this));
        Signals.On(_menu, "unmap", () => _own.Hidden(this));
        Signals.OnPopup(_icon, () => Gtk3.gtk_menu_popup_at_pointer(_menu, 0));
        Signals.On(_icon, "activate", () => Gtk3.gtk_menu_popup_at_pointer(_menu, 0));
    }
}
