using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>
/// The agent's windows as the presenter sees them: one panel that shows a page, one strip on top while a session runs.
/// Called on the windows' own thread only.
/// </summary>
internal interface IAgentView
{
    /// <summary>What the customer did, raised on the windows' own thread.</summary>
    event Action<ViewAction>? Acted;

    /// <summary>What stands in the page's entry now.</summary>
    string Entered { get; }

    /// <summary>Which of the page's lines are ticked, the first being 0.</summary>
    IReadOnlyList<int> Ticked { get; }

    /// <summary>The key combination that ends a session from anywhere, as people write it; null where none could be had.</summary>
    string? HotKey { get; }

    /// <summary>Shows the panel with this page in place of the one before.</summary>
    void Show(Page page);

    /// <summary>Takes the panel away; the strip stays.</summary>
    void HidePanel();

    /// <summary>Shows the strip, or changes what it says.</summary>
    void Show(Strip strip);

    /// <summary>Puts the frame round this part of the desktop, or round all of it.</summary>
    void Frame(Area? part);

    /// <summary>Takes the strip away.</summary>
    void HideStrip();
}

/// <summary>What the customer can do to the windows.</summary>
internal enum ViewAction
{
    /// <summary>The page's first button, or Enter in its entry.</summary>
    Yes,

    /// <summary>The page's second button.</summary>
    No,

    /// <summary>The panel was closed by its frame.</summary>
    ClosePanel,

    /// <summary>End: the strip's button, closing the strip, the tray, or the hot key.</summary>
    End,

    /// <summary>The strip's button "Take control back".</summary>
    TakeBack,

    /// <summary>The strip's button that takes back reading the clipboard.</summary>
    TakeClipboardBack,

    /// <summary>The strip's button that takes back putting text on the clipboard.</summary>
    TakePastingBack,

    /// <summary>The strip's button that takes back sending files.</summary>
    TakeFilesBack,

    /// <summary>"Show only this…", on the strip or on a page.</summary>
    ShowOnly,

    /// <summary>Another line of the page is ticked.</summary>
    Tick,

    /// <summary>The strip's button "Pause", which is "Go on" while it rests.</summary>
    Pause,
}
