using System.Collections;
using System.Globalization;
using System.Resources;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Features.Reports;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

/// <summary>What is put together from a value's name is found by no compiler.</summary>
public sealed class SentencesTests
{
    public static TheoryData<Type, string, Type> Values => new()
    {
        { typeof(RemoteSessionsTexts), "End_", typeof(SessionEnd) },
        { typeof(RemoteSessionsTexts), "Event_", typeof(SessionEventKind) },
        { typeof(RemoteSessionsTexts), "State_", typeof(SessionState) },
        { typeof(RemoteSessionsTexts), "Party_", typeof(SessionParty) },
        { typeof(RemoteSessionsTexts), "EndedBy_", typeof(SessionParty) },
        { typeof(RemoteSessionsTexts), "Kind_", typeof(PolicyKind) },
        { typeof(RemoteSessionsTexts), "Grant_", typeof(Grant) },
        { typeof(AcceptancesTexts), "Ended_", typeof(SessionEnd) },
        { typeof(ReportTexts), "Grant_", typeof(Grant) },
        { typeof(ReportTexts), "GrantDecision_", typeof(GrantDecision) },
        { typeof(ReportTexts), "TicketState_", typeof(TicketState) },
        { typeof(ReportTexts), "TicketPriority_", typeof(TicketPriority) },
        { typeof(ReportTexts), "TicketField_", typeof(TicketField) },
        { typeof(ReportTexts), "TimelineKind_", typeof(TimelineKind) },
        { typeof(TicketTexts), "State_", typeof(TicketState) },
        { typeof(TicketTexts), "Kind_", typeof(TimelineKind) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_HasASentence_InBothLanguages(Type texts, string prefix, Type values)
    {
        foreach (string language in (string[])["", "de"])
        {
            ResourceSet set = new ResourceManager(texts).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false).ShouldNotBeNull();
            string[] said = [.. set.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
            string[] owed = [.. Enum.GetNames(values).Where(name => name != "None").Select(name => prefix + name)];
            owed.Except(said).ShouldBeEmpty($"{texts.Name} in '{language}'");
        }
    }
}
