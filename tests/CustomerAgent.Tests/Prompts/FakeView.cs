using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

/// <summary>Windows that only remember what they were told to show.</summary>
internal sealed class FakeView : IAgentView
{
    public event Action<ViewAction>? Acted;

    public string Entered { get; set; } = "";

    public IReadOnlyList<int> Ticked { get; set; } = [];

    public Area? Framed { get; private set; }

    public string? HotKey => "Ctrl+Shift+F11";

    public List<Page> Pages { get; } = [];

    public Page? Page { get; private set; }

    public Strip? Strip { get; private set; }

    /// <summary>The page that cannot be shown.</summary>
    public string? FailingPage { get; set; }

    /// <summary>Whether the strip cannot be shown any more.</summary>
    public bool StripFails { get; set; }

    public void Show(Page page)
    {
        if (page.Name == FailingPage)
            throw new InvalidOperationException("The window went away.");
        Page = page;
        Pages.Add(page);
    }

    public void HidePanel() => Page = null;

    public void Show(Strip strip) => Strip = StripFails ? throw new InvalidOperationException("The window went away.") : strip;

    public void Frame(Area? part) => Framed = part;

    public void HideStrip() => Strip = null;

    public void Do(ViewAction action) => Acted?.Invoke(action);
}
