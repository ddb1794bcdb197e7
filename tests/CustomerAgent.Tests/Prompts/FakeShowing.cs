using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

/// <summary>Two monitors and two windows; remembers which choices were previewed.</summary>
internal sealed class FakeShowing : IShowing
{
    public Choice Choice { get; set; } = Choice.Everything;

    public List<Choice> Previewed { get; } = [];

    public IReadOnlyList<Showable> List() =>
    [
        new Showable(new Area(0, 0, 100, 100), "", 0),
        new Showable(new Area(100, 0, 100, 100), "", 0),
        new Showable(null, "Mail", 7),
        new Showable(null, "Editor", 8),
    ];

    public Thumbnail? Preview(Choice choice)
    {
        Previewed.Add(choice);
        return null;
    }
}
