using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>All that can be shown, as the page "What shall … see?" lists it: the whole screen first.</summary>
internal sealed class Offer(IReadOnlyList<Showable> showables, AgentTexts texts)
{
    /// <summary>The lines of the page, those ticked that a choice shows.</summary>
    public IReadOnlyList<Option> Options(Choice now) =>
    [
        new Option(texts.WholeScreen, Alone: true, now is not (OneMonitor or SomeWindows)),
        .. showables.Select((showable, index) => showable.Place is { } place
            ? new Option(texts.Monitor(index + 1, place.Width, place.Height), Alone: true, now is OneMonitor monitor && monitor.Place == place)
            : new Option(showable.Title, Alone: false, now is SomeWindows windows && windows.Programs.Contains(showable.Program))),
    ];

    /// <summary>What the ticked lines mean.</summary>
    public Choice Choice(IReadOnlyList<int> ticked)
    {
        if (ticked.Contains(0))
            return Screens.Masking.Choice.Everything;
        Showable[] chosen = [.. ticked.Select(line => showables[line - 1])];
        return chosen is [{ Place: { } place }] ? new OneMonitor(place) : new SomeWindows(chosen.Select(window => window.Program).ToHashSet());
    }
}
