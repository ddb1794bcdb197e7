using System.Reflection;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Tests.Prompts;

public sealed class AgentTextsTests
{
    [Fact]
    public void Texts_DifferInBothLanguagesAndStayCalm()
    {
        foreach ((string name, string german, string english) in All())
        {
            if (name is not (nameof(AgentTexts.Desk) or nameof(AgentTexts.Ticket))) // words that are the same in both
                german.ShouldNotBe(english, name);
            (german + english).ShouldNotContain("!", customMessage: name);
            german.ShouldNotBeNullOrWhiteSpace(name);
            english.ShouldNotBeNullOrWhiteSpace(name);
        }
    }

    [Theory]
    [InlineData(true, "Max Weber hat die Sitzung beendet.")]
    [InlineData(false, "Max Weber has ended the session.")]
    public void Ended_NamesTheConsultant(bool german, string sentence) =>
        new AgentTexts(german).Ended(SessionEndReason.ConsultantEnded, "Max Weber").ShouldBe(sentence);

    [Fact]
    public void EveryReasonAndRefusal_HasASentence()
    {
        var texts = new AgentTexts(german: true);
        Enum.GetValues<JoinRefusal>().Select(texts.Refused).Distinct().Count().ShouldBe(Enum.GetValues<JoinRefusal>().Length);
        Enum.GetValues<SessionEndReason>().Select(reason => texts.Ended(reason, "X")).ShouldAllBe(text => text.Length > 10);
    }

    private static IEnumerable<(string Name, string German, string English)> All()
    {
        (AgentTexts german, AgentTexts english) = (new AgentTexts(german: true), new AgentTexts(german: false));
        return typeof(AgentTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(string))
            .Select(property => (property.Name, (string)property.GetValue(german)!, (string)property.GetValue(english)!));
    }
}
