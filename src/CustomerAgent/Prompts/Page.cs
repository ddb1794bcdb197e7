using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>One page of the panel: a heading, some sentences, at most two answers.</summary>
/// <param name="Name">Fixed name of the page in every language, for assistive programs and tests; also the window's role.</param>
/// <param name="Heading">The question or the news.</param>
internal sealed record Page(string Name, string Heading)
{
    /// <summary>Sentences under the heading.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>A text that is not ours, to be read before the answer: all of it, in a box that scrolls, and never as markup.</summary>
    public string? Quoted { get; init; }

    /// <summary>Names and values in two columns.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What an entry starts with; null for a page without one.</summary>
    public string? Entry { get; init; }

    /// <summary>Lines to tick; <see cref="IAgentView.Ticked"/> says which are.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>What <see cref="Picture"/> is.</summary>
    public string? Caption { get; init; }

    /// <summary>A picture under the lines, which may change while the page stands.</summary>
    public Thumbnail? Picture { get; init; }

    /// <summary>A quiet button above the answers: <see cref="ViewAction.ShowOnly"/>.</summary>
    public string? ShowOnly { get; init; }

    /// <summary>A line of its own that can be marked and copied, such as a file's path.</summary>
    public string? Copyable { get; init; }

    /// <summary>What went wrong, if anything did.</summary>
    public string? Problem { get; init; }

    /// <summary>A line that changes each second; it stands right above the answers.</summary>
    public string? Countdown { get; init; }

    /// <summary>The first answer.</summary>
    public required string Yes { get; init; }

    /// <summary>The second answer; null for a page with one button.</summary>
    public string? No { get; init; }

    /// <summary>Whether the first answer is the one most people want here. Never for a question that opens something.</summary>
    public bool Primary { get; init; } = true;

    /// <summary>The answers cannot be given at this moment.</summary>
    public bool Busy { get; init; }
}

/// <summary>A name and its value.</summary>
internal sealed record Fact(string Name, string Value);

/// <summary>What the strip says.</summary>
/// <param name="ShowOnly">Chooses what is shown; null where there is no choice.</param>
/// <param name="Pause">Holds everything, or goes on; null before anything is shown.</param>
/// <param name="TakeBack">Takes mouse and keyboard back; null where nobody has them.</param>
internal sealed record Strip(StripState State, string Word, string Text, string Clock, string? ShowOnly, string? Pause, string? TakeBack, string End)
{
    /// <summary>What the green check says: nobody stands in between. Null before the right number was typed.</summary>
    public string? Check { get; init; }

    /// <summary>What is allowed besides seeing and control, each to be taken back by one click.</summary>
    public IReadOnlyList<Revocation> Held { get; init; } = [];
}

/// <summary>A button that takes something back.</summary>
/// <param name="Hint">What the click does.</param>
internal sealed record Revocation(ViewAction Action, string Text, string Hint);

/// <summary>Which colour and shape the strip has.</summary>
internal enum StripState
{
    /// <summary>Joined, nothing is seen yet: slate ring.</summary>
    Waiting,

    /// <summary>The screen is seen: blue eye.</summary>
    Seen,

    /// <summary>Mouse and keyboard are in the consultant's hands: orange diamond.</summary>
    Controlled,

    /// <summary>It rests: grey hatch.</summary>
    Paused,
}
