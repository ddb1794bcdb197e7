using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>
/// The panel at the bottom right, 420 px wide. Its answers are always at the same place: left half yes, right half no, or
/// one button over both.
/// </summary>
internal sealed unsafe class PanelWindow
{
    private const int Width = 420;
    private const int Height = 420;
    private const int Margin = 16;
    private const int WrapWordThenCharacterOfText = 3; // GTK numbers it otherwise than Pango

    // A click meant for the page before must not answer this one.
    private const uint RestBeforeAnswers = 400;

    private readonly TopWindow _window;
    private readonly nint _frame;
    private readonly Action<ViewAction> _act;
    private readonly string _where;
    private Page? _page;
    private nint _content, _entry, _picture, _countdown, _answers;
    private OptionList? _options;
    private static PanelWindow? s_resting;

    /// <param name="where">Whose desk this is, under the program's name.</param>
    public PanelWindow(OwnWindows own, string where, nint icon, Action<ViewAction> act)
    {
        _act = act;
        _where = where;
        _window = new TopWindow("ServiceDesk", "opening", own, (area, size) =>
            (area.X + area.Width - size.Width - Margin, area.Y + area.Height - size.Height - Margin));
        Look.AddClass(_window.Handle, "agent");
        Gtk3.gtk_window_set_icon(_window.Handle, icon);
        Gtk3.gtk_window_set_keep_above(_window.Handle, 1);
        Gtk3.gtk_window_set_gravity(_window.Handle, Gtk3.SouthEastGravity); // its frame, too, ends at the corner
        _window.OnClose(() => act(ViewAction.ClosePanel));
        _frame = Gtk3.gtk_box_new(Gtk3.Vertical, 0);
        Look.AddClass(_frame, "frame");
        Gtk3.gtk_widget_set_size_request(_frame, Width, Height);
        Gtk3.gtk_container_add(_window.Handle, _frame);
    }

    /// <summary>What stands in the entry.</summary>
    public string Entered => _entry == 0 ? "" : Marshal.PtrToStringUTF8(Gtk3.gtk_entry_get_text(_entry)) ?? "";

    /// <summary>Which lines are ticked.</summary>
    public IReadOnlyList<int> Ticked => _options?.Ticked ?? [];

    public void Show(Page page)
    {
        if (_page is not null && _page.Name == page.Name && _page.Problem == page.Problem && _page.Busy == page.Busy && _page.Quoted == page.Quoted && IsOnlyTime(_page, page))
            Update(page);
        else
            Build(page);
        _page = page;
    }

    public void Hide()
    {
        _page = null;
        Gtk3.gtk_widget_hide(_window.Handle);
    }

    /// <summary>To the front, where it shows a page: the program was started a second time.</summary>
    public void Present()
    {
        if (_page is not null)
            Gtk3.gtk_window_present(_window.Handle);
    }

    // What the customer is typing stays as it is while a countdown runs; any other page with an entry is a new one.
    private static bool IsOnlyTime(Page before, Page page) =>
        page.Entry is null || (page.Countdown is not null && before.Countdown != page.Countdown && before.Entry == page.Entry);

    private void Update(Page page)
    {
        Gtk3.gtk_label_set_text(_countdown, page.Countdown ?? "");
        if (page.Picture is { } picture && _picture != 0)
            Pixbuf.Show(picture, _picture);
    }

    private void Build(Page page)
    {
        if (_content != 0)
            Gtk3.gtk_widget_destroy(_content);
        _picture = 0;
        _content = Gtk3.gtk_box_new(Gtk3.Vertical, 0);
        Gtk3.gtk_box_pack_start(_frame, _content, 1, 1, 0);
        Gtk3.gtk_box_pack_start(_content, Head(), 0, 0, 0);
        Gtk3.gtk_box_pack_start(_content, Body(page), 1, 1, 0);
        _countdown = Text(page.Countdown ?? "", "countdown");
        Gtk3.gtk_box_pack_start(_content, _countdown, 0, 0, 0);
        _answers = Answers(page);
        Gtk3.gtk_box_pack_start(_content, _answers, 0, 0, 0);
        Gtk3.gtk_widget_show_all(_frame);
        if (page.Countdown is null)
            Gtk3.gtk_widget_hide(_countdown);
        Rest(page);
        Gtk3.gtk_window_present(_window.Handle);
        Gtk3.gtk_window_set_focus(_window.Handle, page.Entry is null || page.Busy ? 0 : _entry);
        if (page.Entry is not null && !page.Busy)
            Gtk3.gtk_editable_set_position(_entry, -1);
    }

    private nint Head()
    {
        nint head = Gtk3.gtk_box_new(Gtk3.Horizontal, 8);
        Look.AddClass(head, "head");
        Gtk3.gtk_box_pack_start(head, Text("ServiceDesk", "name"), 0, 0, 0);
        nint where = Gtk3.gtk_label_new(_where);
        Gtk3.gtk_label_set_ellipsize(where, Gtk3.EllipsizeAtEnd);
        Gtk3.gtk_label_set_xalign(where, 0);
        Look.AddClass(where, "where");
        Gtk3.gtk_box_pack_start(head, where, 1, 1, 0);
        return head;
    }

    private nint Body(Page page)
    {
        nint body = Gtk3.gtk_box_new(Gtk3.Vertical, 12);
        Look.AddClass(body, "body");
        Gtk3.gtk_box_pack_start(body, Text(page.Heading, "heading", characters: 20), 0, 0, 0);
        if (page.Facts.Count > 0)
            Gtk3.gtk_box_pack_start(body, Facts(page.Facts), 0, 0, 0);
        if (page.Quoted is not null)
            Gtk3.gtk_box_pack_start(body, Quoted(page.Quoted), 1, 1, 0);
        foreach (string paragraph in page.Paragraphs)
            Gtk3.gtk_box_pack_start(body, Text(paragraph, "paragraph"), 0, 0, 0);
        _entry = page.Entry is null ? 0 : Entry(page);
        if (_entry != 0)
            Gtk3.gtk_box_pack_start(body, _entry, 0, 0, 0);
        _options = page.Options.Count == 0 ? null : new OptionList(page.Options, () => _act(ViewAction.Tick));
        if (_options is not null)
            Gtk3.gtk_box_pack_start(body, _options.Widget, 0, 0, 0);
        if (page.Caption is not null)
            Gtk3.gtk_box_pack_start(body, Text(page.Caption, "caption"), 0, 0, 0);
        if (page.Picture is { } picture)
        {
            _picture = Gtk3.gtk_image_new();
            Pixbuf.Show(picture, _picture);
            Gtk3.gtk_box_pack_start(body, _picture, 0, 0, 0);
        }
        if (page.ShowOnly is not null)
        {
            nint showOnly = Button(page.ShowOnly, ViewAction.ShowOnly);
            Look.AddClass(showOnly, "quiet");
            Gtk3.gtk_box_pack_start(body, showOnly, 0, 0, 0);
        }
        if (page.Copyable is not null)
        {
            nint copyable = Text(page.Copyable, "copyable");
            Gtk3.gtk_label_set_selectable(copyable, 1);
            Gtk3.gtk_widget_set_can_focus(copyable, 0); // or it would stand there marked
            Gtk3.gtk_box_pack_start(body, copyable, 0, 0, 0);
        }
        if (page.Problem is not null)
            Gtk3.gtk_box_pack_start(body, Text(page.Problem, "problem"), 0, 0, 0);
        return body;
    }

    private static nint Quoted(string text)
    {
        const int Never = 2, Automatic = 1, LeastHeight = 140;
        nint view = Gtk3.gtk_text_view_new();
        Gtk3.gtk_text_view_set_editable(view, 0);
        Gtk3.gtk_text_view_set_cursor_visible(view, 0);
        Gtk3.gtk_text_view_set_accepts_tab(view, 0); // the key leads on to the answers
        Gtk3.gtk_text_view_set_wrap_mode(view, WrapWordThenCharacterOfText);
        Gtk3.gtk_text_buffer_set_text(Gtk3.gtk_text_view_get_buffer(view), text, -1);
        nint box = Gtk3.gtk_scrolled_window_new(0, 0);
        Gtk3.gtk_scrolled_window_set_policy(box, Never, Automatic);
        Gtk3.gtk_scrolled_window_set_min_content_height(box, LeastHeight);
        Gtk3.gtk_container_add(box, view);
        Look.AddClass(box, "quoted");
        return box;
    }

    private static nint Facts(IReadOnlyList<Fact> facts)
    {
        nint grid = Gtk3.gtk_grid_new();
        Gtk3.gtk_grid_set_column_spacing(grid, 14);
        Gtk3.gtk_grid_set_row_spacing(grid, 4);
        for (int row = 0; row < facts.Count; row++)
        {
            Gtk3.gtk_grid_attach(grid, Text(facts[row].Name, "fact", characters: 12), 0, row, 1, 1);
            nint value = Text(facts[row].Value, "value", characters: 26);
            Gtk3.gtk_widget_set_hexpand(value, 1);
            Gtk3.gtk_grid_attach(grid, value, 1, row, 1, 1);
        }
        return grid;
    }

    private nint Entry(Page page)
    {
        const int NineDigitsWithSpacesAndMistakes = 24;
        nint entry = Gtk3.gtk_entry_new();
        Gtk3.gtk_entry_set_max_length(entry, NineDigitsWithSpacesAndMistakes);
        Gtk3.gtk_entry_set_width_chars(entry, 11);
        Gtk3.gtk_entry_set_alignment(entry, 0.5f);
        Gtk3.gtk_entry_set_text(entry, page.Entry!);
        Gtk3.gtk_widget_set_sensitive(entry, page.Busy ? 0 : 1);
        Signals.On(entry, "activate", () => _act(ViewAction.Yes));
        return entry;
    }

    private nint Answers(Page page)
    {
        nint answers = Gtk3.gtk_box_new(Gtk3.Horizontal, 12);
        Look.AddClass(answers, "answers");
        Gtk3.gtk_box_set_homogeneous(answers, 1);
        nint yes = Button(page.Yes, ViewAction.Yes);
        if (page.Primary)
            Look.AddClass(yes, "primary");
        Gtk3.gtk_box_pack_start(answers, yes, 1, 1, 0);
        if (page.No is not null)
            Gtk3.gtk_box_pack_start(answers, Button(page.No, ViewAction.No), 1, 1, 0);
        return answers;
    }

    private nint Button(string text, ViewAction action)
    {
        nint button = Gtk3.gtk_button_new_with_label(text);
        Signals.On(button, "clicked", () => _act(action));
        return button;
    }

    private static nint Text(string text, string look, int characters = 36)
    {
        nint label = Gtk3.gtk_label_new(text);
        Gtk3.gtk_label_set_line_wrap(label, 1);
        Gtk3.gtk_label_set_line_wrap_mode(label, Gtk3.WrapWordThenCharacter);
        Gtk3.gtk_label_set_max_width_chars(label, characters);
        Gtk3.gtk_label_set_xalign(label, 0);
        Gtk3.gtk_label_set_yalign(label, 0);
        Look.AddClass(label, look);
        return label;
    }

    private void Rest(Page page)
    {
        _window.SetRole("busy");
        Gtk3.gtk_widget_set_sensitive(_answers, 0);
        if (page.Busy)
            return;
        s_resting = this;
        _ = GLib.g_timeout_add(RestBeforeAnswers, &Rested, _answers);
    }

    [UnmanagedCallersOnly]
    private static int Rested(nint answers)
    {
        if (s_resting is { _page: not null } panel && panel._answers == answers)
        {
            Gtk3.gtk_widget_set_sensitive(answers, 1);
            panel._window.SetRole(panel._page.Name);
        }
        return 0;
    }
}
