using ServiceDesk.Architecture.Tests.Rules;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests;

public sealed class WordingTests
{
    private static readonly WordingRules Real = new([.. Repository.Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))]);

    [Fact]
    public void Texts_AreTheSameInBothLanguages() => Real.Differences().ShouldBeEmpty();

    [Fact]
    public void Texts_AreAllUsed() => Real.Unused().ShouldBeEmpty();

    [Fact]
    public void Texts_AreAllThere() => Real.Missing().ShouldBeEmpty();

    [Fact]
    public void Texts_KeepToTheWordsOfTheHouse() =>
        WordsOfTheHouse.Strays(Repository.Files.Where(file => WordsOfTheHouse.IsRead(file.Path))).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Web/Features/Queues/QueueTexts.de.resx", "wird bedient")]
    [InlineData("src/Web/Features/Queues/QueueTexts.de.resx", "von der Kundenseite")]
    [InlineData("src/Web/Features/Queues/QueueTexts.resx", "the privacy notice")]
    [InlineData("src/CustomerAgent/Prompts/AgentTexts.cs", "Der ServiceDesk weiß Bescheid")]
    [InlineData("docs/handbook/de.md", "Die Fernwartung beginnt")]
    public void Stray_IsFound(string path, string text)
    {
        WordsOfTheHouse.IsRead(path).ShouldBeTrue();
        WordsOfTheHouse.Strays([new SourceFile(path, $"Titel\n{text}")]).ShouldHaveSingleItem().ShouldStartWith($"{path}:2 ");
    }

    [Fact]
    public void Stray_IsNotFound_InTheProductsName() =>
        WordsOfTheHouse.Strays([new SourceFile("docs/handbook/de.md", "# ServiceDesk\nDer Service-Desk hilft; Sie steuern.")]).ShouldBeEmpty();

    [Fact]
    public void Difference_IsFound_WhenAKeyIsMissing() =>
        Rules(Page(), Texts("", ("Title", "Queue"), ("Empty", "Nothing")), Texts(".de", ("Title", "Warteschlange"), ("Rest", "Rest")))
            .Differences().Count().ShouldBe(2);

    [Fact]
    public void Difference_IsFound_WhenAPlaceToFillInIsMissing() =>
        Rules(Page(), Texts("", ("Title", "Queue {0} of {1:d}")), Texts(".de", ("Title", "Warteschlange {0}"))).Differences().ShouldHaveSingleItem();

    [Fact]
    public void Difference_IsFound_WhenATextIsEmpty() =>
        Rules(Page(), Texts("", ("Title", "Queue")), Texts(".de", ("Title", " "))).Differences().ShouldHaveSingleItem();

    [Fact]
    public void Difference_IsFound_WhenThereIsNoGerman() => Rules(Page(), Texts("", ("Title", "Queue"))).Differences().ShouldHaveSingleItem();

    [Fact]
    public void Unused_IsFound() =>
        Rules(Page(), Texts("", ("Title", "Queue"), ("State_New", "New"), ("Word", "x"), ("QueueHint", "x"), ("Forgotten", "Old"))).Unused()
            .ShouldBe(["src/Web/Features/Queues/QueueTexts.resx: nobody uses Forgotten"]);

    [Fact]
    public void Missing_IsFound() =>
        Rules(Page(), Texts("", ("State_New", "New"))).Missing().ShouldHaveSingleItem().ShouldContain("Title");

    private static WordingRules Rules(params SourceFile[] files) => new(files);

    private static SourceFile Page() => new("src/Web/Features/Queues/Queue.razor", """
        @inject IStringLocalizer<QueueTexts> Texts
        <h1 title="@Texts["Title"]">@Texts[$"State_{state}"] @Texts[nameof(Words.Word)] @Texts[page + "Hint"]</h1>
        """);

    private static SourceFile Texts(string language, params (string Key, string Text)[] texts) => new($"src/Web/Features/Queues/QueueTexts{language}.resx",
        $"<root>{string.Concat(texts.Select(one => $"""<data name="{one.Key}"><value>{one.Text}</value></data>"""))}</root>");
}
