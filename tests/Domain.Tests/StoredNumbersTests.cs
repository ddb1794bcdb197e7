using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests;

/// <summary>These numbers are in databases: a name may change, its number never.</summary>
public sealed class StoredNumbersTests
{
    [Fact]
    public void TicketState_KeepsItsNumbers_Always() => Numbers<TicketState>()
        .ShouldBe("New=0 InWork=1 WaitingForCustomer=2 WaitingForThirdParty=3 CallbackPromised=4 Solved=5 Closed=6 Merged=7 Withdrawn=8");

    [Fact]
    public void TicketPriority_KeepsItsNumbers_Always() => Numbers<TicketPriority>().ShouldBe("Low=0 Normal=1 High=2 Urgent=3");

    [Fact]
    public void TicketField_KeepsItsNumbers_Always() => Numbers<TicketField>()
        .ShouldBe("State=0 Title=1 Queue=2 Owner=3 Priority=4 CatalogueItem=5 Caller=6 Callback=7");

    [Fact]
    public void TimelineKind_KeepsItsNumbers_Always() => Numbers<TimelineKind>()
        .ShouldBe("Note=0 Reply=1 Call=2 Change=3 Session=4 Acceptance=5 Review=6 System=7");

    [Fact]
    public void TimelineVisibility_KeepsItsNumbers_Always() => Numbers<TimelineVisibility>().ShouldBe("Internal=0 Public=1");

    [Fact]
    public void PolicyKind_KeepsItsNumbers_Always() => Numbers<PolicyKind>().ShouldBe("Purpose=0 Disclaimer=1 Privacy=2");

    [Fact]
    public void SessionState_KeepsItsNumbers_Always() => Numbers<SessionState>()
        .ShouldBe("Waiting=0 PageOpened=1 Accepted=2 AgentJoined=3 Active=4 Ended=5");

    [Fact]
    public void SessionEnd_KeepsItsNumbers_Always() => Numbers<SessionEnd>().ShouldBe(
        "CustomerEnded=1 ConsultantEnded=2 CustomerDeclined=3 AgentLost=4 ViewerLost=5 TimeLimit=6 Expired=7 Aborted=8 ProtocolError=9 ConsultantBarred=10 "
        + "NumberWrong=11 SecurityFailed=12 VerificationTimedOut=13 TextChanged=14");

    [Fact]
    public void SessionEventKind_KeepsItsNumbers_Always() => Numbers<SessionEventKind>().ShouldBe(
        "NumberWrong=1 Verified=2 ProblemFound=3 WentOn=4 ControlConfirmed=5 ControlExpired=6 ViewNarrowed=7 ViewWidened=8 LineLost=9 LineResumed=10 TextTaken=11 TextGiven=12");

    [Fact]
    public void Grant_KeepsItsNumbers_Always() => Numbers<Grant>()
        .ShouldBe("None=0 View=1 Control=2 ClipboardToConsultant=4 ClipboardToCustomer=8 FileToCustomer=16");

    [Fact]
    public void GrantDecision_KeepsItsNumbers_Always() => Numbers<GrantDecision>().ShouldBe("Given=0 Withdrawn=1 Declined=2");

    private static string Numbers<T>() where T : struct, Enum =>
        string.Join(' ', Enum.GetValues<T>().Select(value => $"{value}={value:D}"));
}
