using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>Lines with a box to tick; one is always ticked.</summary>
internal sealed class OptionList
{
    private const int MostHeight = 150;
    private const int Never = 2, Automatic = 1;

    private readonly IReadOnlyList<Option> _options;
    private readonly nint[] _boxes;
    private readonly Action _changed;
    private bool _tidying;

    public OptionList(IReadOnlyList<Option> options, Action changed)
    {
        (_options, _changed) = (options, changed);
        nint list = Gtk3.gtk_box_new(Gtk3.Vertical, 0);
        Look.AddClass(list, "options");
        _boxes = [.. options.Select(option => Gtk3.gtk_check_button_new_with_label(option.Text))];
        for (int line = 0; line < _boxes.Length; line++)
            Add(list, line);
        Widget = Gtk3.gtk_scrolled_window_new(0, 0);
        Gtk3.gtk_scrolled_window_set_policy(Widget, Never, Automatic);
        Gtk3.gtk_scrolled_window_set_max_content_height(Widget, MostHeight);
        Gtk3.gtk_scrolled_window_set_propagate_natural_height(Widget, 1);
        Gtk3.gtk_container_add(Widget, list);
    }

    public nint Widget { get; }

    public IReadOnlyList<int> Ticked => [.. Enumerable.Range(0, _boxes.Length).Where(IsTicked)];

    private void Add(nint list, int line)
    {
        nint label = Gtk3.gtk_bin_get_child(_boxes[line]);
        Gtk3.gtk_label_set_ellipsize(label, Gtk3.EllipsizeAtEnd);
        Gtk3.gtk_label_set_max_width_chars(label, 1); // as wide as the list is, never wider
        Gtk3.gtk_widget_set_hexpand(label, 1);
        Gtk3.gtk_label_set_xalign(label, 0);
        Tick(line, _options[line].Ticked);
        Signals.On(_boxes[line], "toggled", () => OnToggled(line));
        Gtk3.gtk_box_pack_start(list, _boxes[line], 0, 0, 0);
    }

    private bool IsTicked(int line) => Gtk3.gtk_toggle_button_get_active(_boxes[line]) != 0;

    private void Tick(int line, bool ticked) => Gtk3.gtk_toggle_button_set_active(_boxes[line], ticked ? 1 : 0);

    private void OnToggled(int line)
    {
        if (_tidying)
            return;
        _tidying = true;
        for (int other = 0; other < _boxes.Length; other++)
        {
            if (other != line && IsTicked(line) && (_options[line].Alone || _options[other].Alone))
                Tick(other, false);
        }
        if (Ticked.Count == 0)
            Tick(0, true);
        _tidying = false;
        _changed();
    }
}
