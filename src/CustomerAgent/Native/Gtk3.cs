using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The few calls of GTK 3 and GDK 3 that the windows need. Names are those of the manual.</summary>
internal static partial class Gtk3
{
    public const string Library = "libgtk-3.so.0";
    private const string Gdk = "libgdk-3.so.0";
    private const string Pixbuf = "libgdk_pixbuf-2.0.so.0";

    public const int SouthEastGravity = 9;
    public const int Horizontal = 0;
    public const int Vertical = 1;
    public const int TopLevel = 0;
    public const int Popup = 1;
    public const uint ApplicationPriority = 600;
    public const int WrapWordThenCharacter = 2;
    public const int EllipsizeAtEnd = 3;

    [LibraryImport(Library)]
    public static partial int gtk_init_check(nint argc, nint argv);

    [LibraryImport(Library)]
    public static partial void gtk_main();

    [LibraryImport(Library)]
    public static partial void gtk_main_quit();

    [LibraryImport(Library)]
    public static partial uint gtk_get_current_event_time();

    [LibraryImport(Library)]
    public static partial nint gtk_window_new(int type);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_window_set_title(nint window, string title);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_window_set_role(nint window, string role);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_resizable(nint window, int resizable);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_decorated(nint window, int decorated);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_keep_above(nint window, int above);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_skip_taskbar_hint(nint window, int skip);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_skip_pager_hint(nint window, int skip);

    [LibraryImport(Library)]
    public static partial void gtk_window_stick(nint window);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_accept_focus(nint window, int accept);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_gravity(nint window, int gravity);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_focus(nint window, nint widget);

    [LibraryImport(Library)]
    public static partial void gtk_window_move(nint window, int x, int y);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gtk_check_button_new_with_label(string text);

    [LibraryImport(Library)]
    public static partial int gtk_toggle_button_get_active(nint button);

    [LibraryImport(Library)]
    public static partial void gtk_toggle_button_set_active(nint button, int active);

    [LibraryImport(Library)]
    public static partial nint gtk_bin_get_child(nint bin);

    [LibraryImport(Library)]
    public static partial nint gtk_scrolled_window_new(nint horizontal, nint vertical);

    [LibraryImport(Library)]
    public static partial void gtk_scrolled_window_set_policy(nint window, int horizontal, int vertical);

    [LibraryImport(Library)]
    public static partial void gtk_scrolled_window_set_max_content_height(nint window, int height);

    [LibraryImport(Library)]
    public static partial void gtk_scrolled_window_set_propagate_natural_height(nint window, int propagate);

    [LibraryImport(Library)]
    public static partial void gtk_window_resize(nint window, int width, int height);

    [LibraryImport(Library)]
    private static partial void gtk_window_get_size(nint window, out int width, out int height);

    public static (int Width, int Height) SizeOf(nint window)
    {
        gtk_window_get_size(window, out int width, out int height);
        return (width, height);
    }

    [LibraryImport(Library)]
    public static partial void gtk_window_present(nint window);

    [LibraryImport(Library)]
    public static partial void gtk_window_set_icon(nint window, nint pixbuf);

    [LibraryImport(Library)]
    public static partial int gtk_window_is_active(nint window);

    [LibraryImport(Library)]
    public static partial nint gtk_box_new(int orientation, int spacing);

    [LibraryImport(Library)]
    public static partial void gtk_box_pack_start(nint box, nint child, int expand, int fill, uint padding);

    [LibraryImport(Library)]
    public static partial void gtk_box_set_homogeneous(nint box, int homogeneous);

    [LibraryImport(Library)]
    public static partial nint gtk_text_view_new();

    [LibraryImport(Library)]
    public static partial nint gtk_text_view_get_buffer(nint view);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_text_buffer_set_text(nint buffer, string text, int length);

    [LibraryImport(Library)]
    public static partial void gtk_text_view_set_editable(nint view, int editable);

    [LibraryImport(Library)]
    public static partial void gtk_text_view_set_cursor_visible(nint view, int visible);

    [LibraryImport(Library)]
    public static partial void gtk_text_view_set_accepts_tab(nint view, int accepts);

    [LibraryImport(Library)]
    public static partial void gtk_text_view_set_wrap_mode(nint view, int mode);

    [LibraryImport(Library)]
    public static partial void gtk_scrolled_window_set_min_content_height(nint window, int height);

    [LibraryImport(Gdk, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gdk_atom_intern(string name, int onlyIfExists);

    [LibraryImport(Library)]
    public static partial nint gtk_clipboard_get(nint selection);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_clipboard_set_text(nint clipboard, string text, int length);

    [LibraryImport(Library)]
    public static partial void gtk_clipboard_clear(nint clipboard);

    [LibraryImport(Library)]
    public static unsafe partial void gtk_clipboard_request_text(nint clipboard, delegate* unmanaged<nint, byte*, nint, void> received, nint data);

    [LibraryImport(Library)]
    public static partial nint gtk_grid_new();

    [LibraryImport(Library)]
    public static partial void gtk_grid_attach(nint grid, nint child, int left, int top, int width, int height);

    [LibraryImport(Library)]
    public static partial void gtk_grid_set_column_spacing(nint grid, uint spacing);

    [LibraryImport(Library)]
    public static partial void gtk_grid_set_row_spacing(nint grid, uint spacing);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gtk_label_new(string text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_label_set_text(nint label, string text);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_line_wrap(nint label, int wrap);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_line_wrap_mode(nint label, int mode);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_xalign(nint label, float align);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_yalign(nint label, float align);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_max_width_chars(nint label, int characters);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_width_chars(nint label, int characters);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_selectable(nint label, int selectable);

    [LibraryImport(Library)]
    public static partial void gtk_label_set_ellipsize(nint label, int mode);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gtk_button_new_with_label(string text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_button_set_label(nint button, string text);

    [LibraryImport(Library)]
    public static partial nint gtk_entry_new();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_entry_set_text(nint entry, string text);

    [LibraryImport(Library)]
    public static partial nint gtk_entry_get_text(nint entry);

    [LibraryImport(Library)]
    public static partial void gtk_entry_set_max_length(nint entry, int characters);

    [LibraryImport(Library)]
    public static partial void gtk_entry_set_alignment(nint entry, float align);

    [LibraryImport(Library)]
    public static partial void gtk_entry_set_width_chars(nint entry, int characters);

    [LibraryImport(Library)]
    public static partial void gtk_editable_set_position(nint entry, int position);

    [LibraryImport(Library)]
    public static partial nint gtk_image_new();

    [LibraryImport(Library)]
    public static partial void gtk_image_set_from_pixbuf(nint image, nint pixbuf);

    [LibraryImport(Library)]
    public static partial nint gtk_menu_new();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gtk_menu_item_new_with_label(string text);

    [LibraryImport(Library)]
    public static partial void gtk_menu_shell_append(nint menu, nint item);

    [LibraryImport(Library)]
    public static partial void gtk_menu_popup_at_pointer(nint menu, nint cause);

    [LibraryImport(Library)]
    public static partial void gtk_container_add(nint container, nint child);

    [LibraryImport(Library)]
    public static partial void gtk_widget_show_all(nint widget);

    [LibraryImport(Library)]
    public static partial void gtk_widget_show(nint widget);

    [LibraryImport(Library)]
    public static partial void gtk_widget_hide(nint widget);

    [LibraryImport(Library)]
    public static partial void gtk_widget_destroy(nint widget);

    [LibraryImport(Library)]
    public static partial void gtk_widget_set_sensitive(nint widget, int sensitive);

    [LibraryImport(Library)]
    public static partial void gtk_widget_set_size_request(nint widget, int width, int height);

    [LibraryImport(Library)]
    public static partial void gtk_widget_set_hexpand(nint widget, int expand);

    [LibraryImport(Library)]
    public static partial void gtk_widget_set_can_focus(nint widget, int can);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_widget_set_tooltip_text(nint widget, string? text);

    [LibraryImport(Library)]
    public static partial int gtk_widget_get_scale_factor(nint widget);

    [LibraryImport(Library)]
    public static partial nint gtk_widget_get_window(nint widget);

    [LibraryImport(Library)]
    public static partial void gtk_widget_add_events(nint widget, int events);

    [LibraryImport(Library)]
    public static partial nint gtk_widget_get_style_context(nint widget);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_style_context_add_class(nint context, string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_style_context_remove_class(nint context, string name);

    [LibraryImport(Library)]
    public static partial nint gtk_css_provider_new();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int gtk_css_provider_load_from_data(nint provider, string css, nint length, nint error);

    [LibraryImport(Library)]
    public static partial void gtk_style_context_add_provider_for_screen(nint screen, nint provider, uint priority);

    [LibraryImport(Library)]
    public static partial nint gtk_settings_get_default();

    [LibraryImport(Library)]
    public static partial nint gtk_status_icon_new_from_pixbuf(nint pixbuf);

    [LibraryImport(Library)]
    public static partial void gtk_status_icon_set_from_pixbuf(nint icon, nint pixbuf);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_status_icon_set_tooltip_text(nint icon, string text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_status_icon_set_title(nint icon, string text);

    [LibraryImport(Library)]
    public static partial void gtk_status_icon_set_visible(nint icon, int visible);

    [LibraryImport(Gdk)]
    public static partial nint gdk_screen_get_default();

    [LibraryImport(Gdk)]
    public static partial nint gdk_display_get_default();

    [LibraryImport(Gdk)]
    public static partial nint gdk_display_get_primary_monitor(nint display);

    [LibraryImport(Gdk)]
    public static partial nint gdk_display_get_monitor(nint display, int number);

    [LibraryImport(Gdk)]
    public static partial void gdk_monitor_get_workarea(nint monitor, out GdkRectangle area);

    [LibraryImport(Gdk)]
    public static partial void gdk_window_get_frame_extents(nint window, out GdkRectangle area);

    [LibraryImport(Gdk)]
    public static partial void gdk_window_raise(nint window);

    [LibraryImport(Gdk, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gdk_set_program_class(string name);

    [LibraryImport(Gdk, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gdk_set_allowed_backends(string names);

    [LibraryImport(Gdk)]
    public static partial int gdk_screen_get_width(nint screen);

    [LibraryImport(Gdk)]
    public static partial int gdk_screen_get_height(nint screen);

    [LibraryImport(Gdk)]
    public static partial nint gdk_x11_get_default_xdisplay();

    [LibraryImport(Gdk)]
    public static partial nuint gdk_x11_window_get_xid(nint window);

    [LibraryImport(Pixbuf)]
    public static partial nint gdk_pixbuf_new_from_bytes(nint bytes, int colours, int alpha, int bits, int width, int height, int stride);
}

/// <summary>GdkRectangle.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GdkRectangle
{
    public int X;
    public int Y;
    public int Width;
    public int Height;
}
