using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// The strip at the top centre: always there while somebody can see the screen, always on top. Its last button ends the
/// session; those before take control back and let everything rest.
/// </summary>
internal sealed class StripWindow
{
    private const int ShapeSize = 18;
    private const int CheckSize = 26;
    private const uint CheckDisc = 0xFFFFFF;
    private const uint CheckGreen = 0x1B7F3B;
    private const int EndWidth = 112;
    private const int PauseWidth = 120;
    private const int TakeBackWidth = 232;
    private const int VisibilityNotifyMask = 1 << 17;

    private readonly TopWindow _window;
    private readonly Look _look;
    private readonly Action<ViewAction> _act;
    private readonly nint _held, _shape, _check, _word, _text, _clock, _showOnly, _pause, _takeBack, _end;
    private readonly List<nint> _revocations = [];
    private Strip? _shown;

    public StripWindow(string title, OwnWindows own, Look look, string? hotKey, nint icon, Action<ViewAction> act)
    {
        (_look, _act) = (look, act);
        _window = new TopWindow(title, "strip", own, (area, size) => (area.X + ((area.Width - size.Width) / 2), area.Y + FrameWindow.Thickness));
        nint window = _window.Handle;
        Look.AddClass(window, "strip");
        Gtk3.gtk_window_set_icon(window, icon);
        Gtk3.gtk_window_set_decorated(window, 0);
        Gtk3.gtk_window_set_keep_above(window, 1);
        Gtk3.gtk_window_stick(window);
        // It never has the keyboard: or it would have it whenever no other window does, and the gate lets no key through to it.
        Gtk3.gtk_window_set_accept_focus(window, 0);
        // No task bar may put it away, or close it for whoever clicks there.
        Gtk3.gtk_window_set_skip_taskbar_hint(window, 1);
        Gtk3.gtk_window_set_skip_pager_hint(window, 1);
        _window.OnClose(() => act(ViewAction.End));
        StayOnTop(window);

        nint rows = Gtk3.gtk_box_new(Gtk3.Vertical, 0);
        Gtk3.gtk_container_add(window, rows);
        nint bar = Gtk3.gtk_box_new(Gtk3.Horizontal, 10);
        Look.AddClass(bar, "bar");
        Gtk3.gtk_box_pack_start(rows, bar, 0, 0, 0);
        _held = Gtk3.gtk_box_new(Gtk3.Horizontal, 10);
        Look.AddClass(_held, "held");
        Gtk3.gtk_box_pack_start(rows, _held, 0, 0, 0);
        _check = Add(bar, Gtk3.gtk_image_new(), "check");
        using (Pixbuf check = ShapePicture.DrawCheck(CheckSize, CheckDisc, CheckGreen))
            check.ShowIn(_check);
        _shape = Add(bar, Gtk3.gtk_image_new(), "shape");
        _word = Add(bar, Gtk3.gtk_label_new(""), "word");
        _text = Add(bar, Gtk3.gtk_label_new(""), "text");
        Gtk3.gtk_label_set_ellipsize(_text, Gtk3.EllipsizeAtEnd);
        Gtk3.gtk_label_set_max_width_chars(_text, 32);
        _clock = Add(bar, Gtk3.gtk_label_new(""), "clock");
        Gtk3.gtk_label_set_width_chars(_clock, 6);
        _showOnly = Add(bar, Gtk3.gtk_button_new_with_label(""), "show-only");
        Signals.On(_showOnly, "clicked", () => act(ViewAction.ShowOnly));
        _pause = Add(bar, Gtk3.gtk_button_new_with_label(""), "pause");
        Gtk3.gtk_widget_set_size_request(_pause, PauseWidth, -1);
        Signals.On(_pause, "clicked", () => act(ViewAction.Pause));
        _takeBack = Add(bar, Gtk3.gtk_button_new_with_label(""), "take-back");
        Gtk3.gtk_widget_set_size_request(_takeBack, TakeBackWidth, -1);
        Signals.On(_takeBack, "clicked", () => act(ViewAction.TakeBack));
        _end = Add(bar, Gtk3.gtk_button_new_with_label(""), "end");
        Gtk3.gtk_widget_set_size_request(_end, EndWidth, -1);
        Gtk3.gtk_widget_set_tooltip_text(_end, hotKey);
        Signals.On(_end, "clicked", () => act(ViewAction.End));
    }

    public void Show(Strip strip)
    {
        Gtk3.gtk_label_set_text(_clock, strip.Clock);
        if (_shown is not null && strip == _shown with { Clock = strip.Clock })
            return;
        Look.SetState(_window.Handle, strip.State);
        using (Pixbuf shape = ShapePicture.Draw(strip.State, ShapeSize, _look.OnStrip))
            shape.ShowIn(_shape);
        Gtk3.gtk_label_set_text(_word, strip.Word);
        Gtk3.gtk_label_set_text(_text, strip.Text);
        Gtk3.gtk_button_set_label(_end, strip.End);
        Gtk3.gtk_button_set_label(_showOnly, strip.ShowOnly ?? "");
        Gtk3.gtk_button_set_label(_pause, strip.Pause ?? "");
        Gtk3.gtk_button_set_label(_takeBack, strip.TakeBack ?? "");
        Gtk3.gtk_widget_set_tooltip_text(_check, strip.Check);
        if (_shown is null || !ReferenceEquals(_shown.Held, strip.Held))
            List(strip.Held);
        _window.SetRole(Look.ClassOf(strip.State));
        Gtk3.gtk_widget_show_all(_window.Handle);
        if (strip.Check is null)
            Gtk3.gtk_widget_hide(_check);
        if (strip.Held.Count == 0)
            Gtk3.gtk_widget_hide(_held);
        if (strip.ShowOnly is null)
            Gtk3.gtk_widget_hide(_showOnly);
        if (strip.Pause is null)
            Gtk3.gtk_widget_hide(_pause);
        if (strip.TakeBack is null)
            Gtk3.gtk_widget_hide(_takeBack);
        if (strip.Clock.Length == 0)
            Gtk3.gtk_widget_hide(_clock);
        _shown = strip;
    }

    public void Hide()
    {
        _shown = null;
        Gtk3.gtk_widget_hide(_window.Handle);
    }

    private void List(IReadOnlyList<Revocation> held)
    {
        _revocations.ForEach(Gtk3.gtk_widget_destroy);
        _revocations.Clear();
        foreach (Revocation one in held)
        {
            nint button = Add(_held, Gtk3.gtk_button_new_with_label($"{one.Text}  ×"), "revoke");
            _revocations.Add(button);
            Gtk3.gtk_widget_set_tooltip_text(button, one.Hint);
            Signals.On(button, "clicked", () => _act(one.Action));
        }
    }

    private static nint Add(nint bar, nint widget, string look)
    {
        Look.AddClass(widget, look);
        Gtk3.gtk_box_pack_start(bar, widget, 0, 0, 0);
        return widget;
    }

    // Window managers honour "keep above"; where there is none, a window that covers the strip sends it up again.
    private static void StayOnTop(nint window)
    {
        Gtk3.gtk_widget_add_events(window, VisibilityNotifyMask);
        Signals.OnEvent(window, "visibility-notify-event", () =>
        {
            Gtk3.gdk_window_raise(Gtk3.gtk_widget_get_window(window));
            return false;
        });
    }
}
