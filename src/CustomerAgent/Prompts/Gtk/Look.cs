using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>The house's colours for the agent's windows, light or dark as the person has the desktop.</summary>
internal sealed class Look
{
    private Look(bool dark) => Dark = dark;

    public bool Dark { get; }

    /// <summary>Finds out what the desktop prefers and hands the colours to GTK. Once, before the first window.</summary>
    public static Look Apply()
    {
        nint settings = Gtk3.gtk_settings_get_default();
        var look = new Look(PrefersDark(settings));

        // Known ground under our own colours: themes differ in paddings, borders and pictures behind buttons.
        nint adwaita = Marshal.StringToCoTaskMemUTF8("Adwaita");
        GLib.g_object_set(settings, "gtk-theme-name", adwaita, 0);
        Marshal.FreeCoTaskMem(adwaita);

        nint provider = Gtk3.gtk_css_provider_new();
        _ = Gtk3.gtk_css_provider_load_from_data(provider, (look.Dark ? DarkColours : LightColours) + Rules, -1, 0);
        Gtk3.gtk_style_context_add_provider_for_screen(Gtk3.gdk_screen_get_default(), provider, Gtk3.ApplicationPriority);
        return look;
    }

    public static void AddClass(nint widget, string name) =>
        Gtk3.gtk_style_context_add_class(Gtk3.gtk_widget_get_style_context(widget), name);

    public static void RemoveClass(nint widget, string name) =>
        Gtk3.gtk_style_context_remove_class(Gtk3.gtk_widget_get_style_context(widget), name);

    /// <summary>The name under which a state has its colours here.</summary>
    public static string ClassOf(StripState state) => state switch
    {
        StripState.Seen => "seen",
        StripState.Controlled => "controlled",
        StripState.Paused => "paused",
        _ => "waiting",
    };

    /// <summary>Gives a window the colours of this state and of no other.</summary>
    public static void SetState(nint window, StripState now)
    {
        foreach (StripState state in Enum.GetValues<StripState>())
            RemoveClass(window, ClassOf(state));
        AddClass(window, ClassOf(now));
    }

    /// <summary>Colour of a shape that stands on the strip, 0xRRGGBB.</summary>
    public uint OnStrip => Dark ? 0x11181Au : 0xFFFFFFu;

    /// <summary>Colour of a shape that stands on the desktop's tray, whose colour we do not know.</summary>
    public static uint OnTray(StripState state) => state switch
    {
        StripState.Seen => 0x4A90D9,
        StripState.Controlled => 0xE8762B,
        StripState.Paused => 0x98A4A4,
        _ => 0x8496A8,
    };

    private static bool PrefersDark(nint settings)
    {
        GLib.g_object_get(settings, "gtk-application-prefer-dark-theme", out nint prefers, 0);
        GLib.g_object_get(settings, "gtk-theme-name", out nint name, 0);
        string theme = Marshal.PtrToStringUTF8(name) ?? "";
        GLib.g_free(name);
        return (int)prefers != 0 || theme.EndsWith("-dark", StringComparison.OrdinalIgnoreCase)
            || theme.EndsWith(":dark", StringComparison.OrdinalIgnoreCase);
    }

    private const string LightColours = """
        @define-color surface #FAFBFB; @define-color raised #FFFFFF; @define-color line #DDE3E4; @define-color edge #7C8A89;
        @define-color text #14201F; @define-color muted #51605F; @define-color accent #0B6E6E; @define-color on_accent #FFFFFF;
        @define-color accent_over #095959; @define-color raised_over #EEF2F2; @define-color overdue #A8201A; @define-color overdue_tint #F5E4E3;
        @define-color waiting #48586A; @define-color seen #1D5FA8; @define-color controlled #B24A00; @define-color paused #5F6B6B; @define-color hatch #556060;
        @define-color on_strip #FFFFFF;

        """;

    private const string DarkColours = """
        @define-color surface #11181A; @define-color raised #182124; @define-color line #2B383C; @define-color edge #6F8386;
        @define-color text #E7EEED; @define-color muted #9DB0AE; @define-color accent #5CC8C8; @define-color on_accent #06201F;
        @define-color accent_over #7AD6D6; @define-color raised_over #222E32; @define-color overdue #FF8A80; @define-color overdue_tint #2E2426;
        @define-color waiting #A9BACB; @define-color seen #8CBDF5; @define-color controlled #FFA25C; @define-color paused #A3B0B0; @define-color hatch #94A1A1;
        @define-color on_strip #11181A;

        """;

    // Sizes in pt follow the person's text size; targets are at least 44 px high whatever the text.
    private const string Rules = """
        window.agent { background: @surface; color: @text; font-size: 11.5pt; }
        .agent label { color: inherit; }
        .agent .head { background: @raised; border-bottom: 1px solid @line; padding: 14px 24px; }
        .agent .name { color: @accent; font-weight: bold; }
        .agent .where { color: @muted; }
        .agent .frame { border: 1px solid @line; }
        .agent .body { padding: 20px 24px 20px 24px; }
        .agent .heading { font-size: 16pt; font-weight: bold; }
        .agent .fact { color: @muted; }
        .agent .copyable { font-family: monospace; font-size: 10.5pt; background: @raised; border: 1px solid @line; border-radius: 6px; padding: 8px 10px; }
        .agent .quoted { border: 1px solid @line; border-radius: 6px; }
        .agent .quoted textview { font-family: monospace; font-size: 10.5pt; background: @raised; padding: 8px 10px; }
        .agent .quoted text { background: @raised; color: @text; }
        .agent .problem { color: @overdue; background: @overdue_tint; border-radius: 6px; padding: 10px 12px; }
        .agent .countdown { color: @muted; padding: 0 24px 12px 24px; font-feature-settings: "tnum"; }
        .agent .answers { padding: 0 24px 24px 24px; }
        .agent entry { min-height: 52px; font-size: 20pt; letter-spacing: 2px; background: @raised; color: @text; caret-color: @text;
            border: 1px solid @edge; border-radius: 8px; box-shadow: none; padding: 0 12px; }
        .agent entry:focus { border-color: @accent; box-shadow: 0 0 0 1px @accent; }
        .agent entry selection { background: @accent; color: @on_accent; }
        .agent entry:disabled { color: @muted; background: @surface; }
        .agent button { min-height: 46px; padding: 0 12px; border-radius: 8px; border: 1px solid @edge; background: @raised; color: @text;
            font-weight: bold; text-shadow: none; -gtk-icon-shadow: none; box-shadow: none; outline-style: none; transition: none; }
        .agent button:hover { background: @raised_over; }
        .agent button.primary { background: @accent; color: @on_accent; border-color: @accent; }
        .agent button.primary:hover { background: @accent_over; }
        .agent button:focus { box-shadow: 0 0 0 2px @surface, 0 0 0 4px @accent; }
        .agent button.quiet { min-height: 42px; background: transparent; border-color: @line; }
        .agent .caption { color: @muted; }
        .agent viewport.frame { border: none; }
        .agent .options { background: @raised; border: 1px solid @line; border-radius: 6px; padding: 4px 10px; }
        .agent checkbutton { min-height: 36px; color: @text; outline-style: none; }
        .agent checkbutton check { min-width: 16px; min-height: 16px; border: 1px solid @edge; border-radius: 3px; background: @surface; color: @on_accent;
            box-shadow: none; -gtk-icon-shadow: none; margin-right: 8px; }
        .agent checkbutton check:checked { background: @accent; border-color: @accent; }
        .agent checkbutton:focus check { box-shadow: 0 0 0 2px @surface, 0 0 0 4px @accent; }
        .agent button:disabled { opacity: 0.55; }
        window.strip { color: @on_strip; font-size: 11.5pt; }
        .strip label { color: inherit; }
        .strip .bar { padding: 6px 6px 6px 18px; }
        .strip .held { padding: 0 6px 6px 18px; }
        .strip .word { font-weight: bold; letter-spacing: 1px; }
        .strip .clock { font-feature-settings: "tnum"; }
        window.strip.waiting { background: @waiting; }
        window.strip.seen { background: @seen; }
        window.strip.controlled { background: @controlled; }
        window.strip.paused, window.edge.paused { background: repeating-linear-gradient(-45deg, @paused, @paused 6px, @hatch 6px, @hatch 12px); }
        window.edge.waiting { background: @waiting; }
        window.edge.seen { background: @seen; }
        window.edge.controlled { background: @controlled; }
        .strip button { min-height: 40px; padding: 0 16px; border-radius: 6px; border: 2px solid @on_strip; background: transparent; color: @on_strip;
            font-weight: bold; text-shadow: none; box-shadow: none; outline-style: none; transition: none; }
        .strip button.end { background: @on_strip; }
        .strip.waiting button.end { color: @waiting; }
        .strip.seen button.end { color: @seen; }
        .strip.controlled button.end { color: @controlled; }
        .strip.paused button.end { color: @hatch; }
        .strip button:hover, .strip button:focus { box-shadow: inset 0 0 0 2px currentColor; }
        tooltip { background: @text; color: @surface; border-radius: 4px; }
        tooltip label { color: @surface; }
        """;
}
