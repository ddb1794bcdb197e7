using System.Reflection;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

public sealed class AgentTextsTests
{
    [Fact]
    public void Texts_DifferInBothLanguagesAndStayCalm()
    {
        foreach ((string name, string german, string english) in All())
        {
            if (name is not nameof(AgentTexts.Ticket)) // the word is the same in both
                german.ShouldNotBe(english, name);
            (german + english).ShouldNotContain("!", customMessage: name);
            german.ShouldNotBeNullOrWhiteSpace(name);
            english.ShouldNotBeNullOrWhiteSpace(name);
        }
    }

    [Theory]
    [InlineData(true, "Service Desk")]
    [InlineData(true, "Servicedesk")]
    [InlineData(false, "Service Desk")]
    [InlineData(false, "Service-Desk")]
    public void Texts_SpellTheNameAndTheNounInOneWayEach(bool german, string otherSpelling) =>
        Everything(new AgentTexts(german)).Where(text => text.Contains(otherSpelling, StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData(true, "Max Weber hat die Sitzung beendet.")]
    [InlineData(false, "Max Weber has ended the session.")]
    public void Ended_NamesTheConsultant(bool german, string sentence) =>
        new AgentTexts(german).Ended(SessionEndReason.ConsultantEnded, "Max Weber").ShouldBe(sentence);

    [Theory]
    [InlineData("everything", "Bitte schließen Sie zuerst private Fenster: Alles", "Please close private windows first: everything")]
    [InlineData("a monitor", "Nur der gewählte Monitor", "Only the monitor you chose")]
    [InlineData("a window", "Nur die gewählten Fenster", "Only the windows you chose")]
    [InlineData("no window", "Es ist dann nichts zu sehen", "Nothing will be seen")]
    public void WhatWillBeSeen_SaysWhatWasChosen_InBothLanguages(string chosen, string german, string english)
    {
        Choice choice = chosen switch
        {
            "a monitor" => new OneMonitor(new Area(0, 0, 100, 100)),
            "a window" => new SomeWindows(new HashSet<nuint> { 7 }),
            "no window" => new SomeWindows(new HashSet<nuint>()),
            _ => Choice.Everything,
        };
        new AgentTexts(german: true).WhatWillBeSeen(choice).ShouldStartWith(german);
        new AgentTexts(german: false).WhatWillBeSeen(choice).ShouldStartWith(english);
    }

    [Fact]
    public void EveryReasonAndRefusal_HasASentence()
    {
        var texts = new AgentTexts(german: true);
        Enum.GetValues<JoinRefusal>().Select(texts.Refused).Distinct().Count().ShouldBe(Enum.GetValues<JoinRefusal>().Length);
        Enum.GetValues<SessionEndReason>().Select(reason => texts.Ended(reason, "X")).ShouldAllBe(text => text.Length > 10);
    }

    // The texts with something to fill in are methods; each value of an enumeration is filled in once.
    private static IEnumerable<string> Everything(AgentTexts texts) =>
        typeof(AgentTexts).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(string))
            .SelectMany(method => Fillings(method).Select(filling => method.Invoke(texts, filling))).OfType<string>();

    private static IEnumerable<object?[]> Fillings(MethodInfo method)
    {
        ParameterInfo[] places = method.GetParameters();
        Array values = places.FirstOrDefault(place => place.ParameterType.IsEnum)?.ParameterType.GetEnumValues() ?? new object[1];
        return values.Cast<object?>().Select(value => places.Select(place => Filling(place.ParameterType, value)).ToArray());
    }

    private static object? Filling(Type type, object? value) =>
        type.IsEnum ? value
        : type == typeof(string) ? "X"
        : type == typeof(Choice) ? Choice.Everything
        : type == typeof(AcceptedDocument) ? new AcceptedDocument("purpose", "3", "de", "Zweck", "aa", "")
        : 1;

    private static IEnumerable<(string Name, string German, string English)> All()
    {
        (AgentTexts german, AgentTexts english) = (new AgentTexts(german: true), new AgentTexts(german: false));
        return typeof(AgentTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(string))
            .Select(property => (property.Name, (string)property.GetValue(german)!, (string)property.GetValue(english)!));
    }
}
