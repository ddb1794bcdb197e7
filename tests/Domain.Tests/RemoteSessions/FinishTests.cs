using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class FinishTests
{
    [Theory]
    [InlineData(SessionState.Waiting)]
    [InlineData(SessionState.PageOpened)]
    [InlineData(SessionState.Accepted)]
    [InlineData(SessionState.AgentJoined)]
    [InlineData(SessionState.Active)]
    public void Finish_EndsIt_InEachOpenState(SessionState state)
    {
        RemoteSession session = SessionSample.In(state);

        session.Finish(SessionEnd.ConsultantEnded, Times.Minute(5)).ShouldBeTrue();

        session.State.ShouldBe(SessionState.Ended);
        session.IsOpen.ShouldBeFalse();
        session.End.ShouldBe(SessionEnd.ConsultantEnded);
        session.EndedAt.ShouldBe(Times.Minute(5));
    }

    [Fact]
    [Trait("Abuse", "33")]
    public void Finish_KeepsTheFirstReason_WhenBothHangUp()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.Finish(SessionEnd.CustomerEnded, Times.Minute(5));

        session.Finish(SessionEnd.ConsultantEnded, Times.Minute(5)).ShouldBeFalse();
        session.Finish(SessionEnd.Expired, Times.Minute(50)).ShouldBeFalse();

        session.End.ShouldBe(SessionEnd.CustomerEnded);
        session.EndedAt.ShouldBe(Times.Minute(5));
        session.GrantChanges.Count(change => change.Decision == GrantDecision.Withdrawn).ShouldBe(1);
    }

    [Fact]
    public void Finish_TakesAllGrantsBack_WhenSomeAreHeld()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.RecordGrants(Grant.View | Grant.ClipboardToCustomer, Grant.None, Times.Minute(5));

        session.Finish(SessionEnd.TimeLimit, Times.Minute(8));

        session.Granted.ShouldBe(Grant.None);
        session.GrantChanges.Skip(2).Select(change => (change.Grant, change.Decision, change.At)).ShouldBe(
        [
            (Grant.View, GrantDecision.Withdrawn, Times.Minute(8)),
            (Grant.ClipboardToCustomer, GrantDecision.Withdrawn, Times.Minute(8)),
        ]);
    }

    [Fact]
    public void Finish_EndsWhereItWasLastSeen_WhenTheDeskWasCutOff()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.StillRuns(5_000, Times.Minute(7));

        session.Finish(SessionEnd.Aborted, Times.Minute(90));

        session.EndedAt.ShouldBe(Times.Minute(7));
        session.GrantChanges[^1].At.ShouldBe(Times.Minute(7));
        session.HeldFor(Grant.View, Times.Minute(90)).ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Finish_EndsAtTheRequest_WhenAnAbortedSessionWasNeverUsed()
    {
        RemoteSession session = SessionSample.Requested();

        session.Finish(SessionEnd.Aborted, Times.Minute(90));

        session.EndedAt.ShouldBe(Times.Start);
    }

    [Fact]
    public void Finish_Expires_WhenTheChannelIsOutOfTime()
    {
        RemoteSession session = SessionSample.Requested();

        session.Finish(SessionEnd.Expired, Times.Start + RemoteSession.ChannelLife).ShouldBeTrue();

        session.End.ShouldBe(SessionEnd.Expired);
    }

    [Theory]
    [InlineData(SessionState.Waiting, 9)]
    [InlineData(SessionState.AgentJoined, 90)]
    [InlineData(SessionState.Active, 90)]
    public void Finish_Throws_WhenItClaimsToHaveExpiredButDidNot(SessionState state, double minute)
    {
        RemoteSession session = SessionSample.In(state);

        Should.Throw<InvalidOperationException>(() => session.Finish(SessionEnd.Expired, Times.Minute(minute)));

        session.State.ShouldBe(state);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Finish_Throws_WhenThereIsNoSuchEnd(int end) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SessionSample.In(SessionState.Active).Finish((SessionEnd)end, Times.Minute(5)));

    [Fact]
    public void StillRuns_NotesTimeAndBytes_WhileItRuns()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        session.StillRuns(5_000, Times.Minute(7));

        session.LastSeenAt.ShouldBe(Times.Minute(7));
        session.BytesCarried.ShouldBe(5_000);
    }

    [Fact]
    public void StillRuns_TakesNothingBack_WhenItWasOvertaken()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.StillRuns(5_000, Times.Minute(7));

        session.StillRuns(4_000, Times.Minute(6));

        session.LastSeenAt.ShouldBe(Times.Minute(7));
        session.BytesCarried.ShouldBe(5_000);
    }

    [Fact]
    public void StillRuns_ChangesNothing_WhenItHasJustEnded()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.Finish(SessionEnd.CustomerEnded, Times.Minute(6));

        session.StillRuns(5_000, Times.Minute(7));

        session.LastSeenAt.ShouldBe(Times.Minute(4));
        session.BytesCarried.ShouldBe(0);
    }

    [Theory]
    [InlineData(SessionState.Waiting)]
    [InlineData(SessionState.PageOpened)]
    [InlineData(SessionState.Accepted)]
    public void StillRuns_BreaksNotJoined_WhenNoAgentIsThere(SessionState state) =>
        ((Action)(() => SessionSample.In(state).StillRuns(1, Times.Minute(5)))).ShouldBreak("session.not-joined");

    [Theory]
    [InlineData(SessionEnd.CustomerEnded, SessionParty.Customer)]
    [InlineData(SessionEnd.CustomerDeclined, SessionParty.Customer)]
    [InlineData(SessionEnd.ConsultantEnded, SessionParty.Consultant)]
    [InlineData(SessionEnd.AgentLost, SessionParty.Desk)]
    [InlineData(SessionEnd.ViewerLost, SessionParty.Desk)]
    [InlineData(SessionEnd.TimeLimit, SessionParty.Desk)]
    [InlineData(SessionEnd.Expired, SessionParty.Desk)]
    [InlineData(SessionEnd.Aborted, SessionParty.Desk)]
    [InlineData(SessionEnd.ProtocolError, SessionParty.Desk)]
    [InlineData(SessionEnd.ConsultantBarred, SessionParty.Desk)]
    [InlineData(SessionEnd.NumberWrong, SessionParty.Desk)]
    [InlineData(SessionEnd.SecurityFailed, SessionParty.Desk)]
    [InlineData(SessionEnd.VerificationTimedOut, SessionParty.Desk)]
    [InlineData(SessionEnd.TextChanged, SessionParty.Desk)]
    public void Party_SaysWhoEndedIt_ForEachReason(SessionEnd end, SessionParty party) => end.Party().ShouldBe(party);
}
