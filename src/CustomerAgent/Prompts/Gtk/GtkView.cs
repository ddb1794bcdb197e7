using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>The agent's windows with GTK 3: panel, strip, frame, tray and hot key.</summary>
internal sealed class GtkView : IAgentView
{
    private const int IconSize = 48;
    private const uint Accent = 0x0B6E6E;

    private readonly OwnWindows _own;
    private readonly PanelWindow _panel;
    private readonly StripWindow _strip;
    private readonly FrameWindow _frame;
    private readonly Tray _tray;

    /// <param name="where">Whose desk this is, for the panel's head.</param>
    public GtkView(AgentTexts texts, string where, OwnWindows own, XWatch watch)
    {
        _own = own;
        var look = Look.Apply();
        using Pixbuf icon = ShapePicture.Draw(StripState.Seen, IconSize, Accent);
        HotKey = HotKeyName(Gtk.HotKey.TryRegister(watch, () => Act(ViewAction.End)), texts);
        _panel = new PanelWindow(own, where, icon.Handle, Act);
        _strip = new StripWindow(texts.StripTitle, own, look, HotKey, icon.Handle, Act);
        _frame = new FrameWindow();
        _tray = new Tray(own, Act);
        watch.Called += _panel.Present;
    }

    public event Action<ViewAction>? Acted;

    public string Entered => _panel.Entered;

    public IReadOnlyList<int> Ticked => _panel.Ticked;

    public string? HotKey { get; }

    public void Show(Page page) => _panel.Show(page);

    public void HidePanel() => _panel.Hide();

    public void Show(Strip strip)
    {
        _frame.Show(strip.State);
        _strip.Show(strip);
        _tray.Show(strip);
    }

    public void Frame(Area? part) => _frame.Around = part;

    public void HideStrip()
    {
        _frame.Hide();
        _strip.Hide();
        _tray.Hide();
    }

    private static string? HotKeyName(string? function, AgentTexts texts) => function is null
        ? null
        : texts.German ? $"Strg+Umschalt+{function}" : $"Ctrl+Shift+{function}";

    private void Act(ViewAction action)
    {
        const uint NoneAtAll = 0;
        if (Gtk3.gtk_get_current_event_time() is var time and not NoneAtAll)
            _own.Answered(time);
        Acted?.Invoke(action);
    }
}
