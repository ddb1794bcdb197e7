using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class EventTests
{
    private static readonly Dictionary<SessionEventKind, Action<RemoteSession, DateTime>> Verbs = new()
    {
        [SessionEventKind.NumberWrong] = (session, now) => session.NoteWrongNumber(now),
        [SessionEventKind.Verified] = (session, now) => session.Verify(now),
        [SessionEventKind.ProblemFound] = (session, now) => session.FindProblem(now),
        [SessionEventKind.WentOn] = (session, now) => session.GoOn(now),
        [SessionEventKind.ControlConfirmed] = (session, now) => session.ConfirmControl(now),
        [SessionEventKind.ControlExpired] = (session, now) => session.ExpireControl(now),
        [SessionEventKind.ViewNarrowed] = (session, now) => session.NarrowView(now),
        [SessionEventKind.ViewWidened] = (session, now) => session.WidenView(now),
        [SessionEventKind.TextTaken] = (session, now) => session.TakeText(now),
        [SessionEventKind.TextGiven] = (session, now) => session.GiveText(now),
        [SessionEventKind.LineLost] = (session, now) => session.LoseLine(now),
        [SessionEventKind.LineResumed] = (session, now) => session.Resume(now),
    };

    public static TheoryData<SessionEventKind> All => [.. Enum.GetValues<SessionEventKind>()];

    [Fact]
    public void Events_AreKeptInTheirOrder_WhenAWholeSessionIsTold()
    {
        RemoteSession session = SessionSample.In(SessionState.AgentJoined);
        SessionEventKind[] told =
        [
            SessionEventKind.ViewNarrowed, SessionEventKind.NumberWrong, SessionEventKind.Verified, SessionEventKind.ProblemFound, SessionEventKind.WentOn,
            SessionEventKind.ControlConfirmed, SessionEventKind.ControlExpired, SessionEventKind.LineLost, SessionEventKind.LineResumed, SessionEventKind.ViewWidened,
            SessionEventKind.TextTaken, SessionEventKind.TextGiven,
        ];

        for (int i = 0; i < told.Length; i++) Verbs[told[i]](session, Times.Minute(4 + i));

        session.Events.Select(e => (e.Kind, e.At)).ShouldBe(told.Select((kind, i) => (kind, Times.Minute(4 + i))));
        session.LastSeenAt.ShouldBe(Times.Minute(15));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Event_BreaksNotJoined_WhenNoAgentIsThere(SessionEventKind kind)
    {
        foreach (SessionState state in (SessionState[])[SessionState.Waiting, SessionState.PageOpened, SessionState.Accepted, SessionState.Ended])
            ((Action)(() => Verbs[kind](SessionSample.In(state), Times.Minute(5)))).ShouldBreak("session.not-joined");
    }

    [Theory]
    [InlineData(SessionEventKind.ProblemFound)]
    [InlineData(SessionEventKind.WentOn)]
    [InlineData(SessionEventKind.ControlConfirmed)]
    [InlineData(SessionEventKind.ControlExpired)]
    [InlineData(SessionEventKind.LineLost)]
    [InlineData(SessionEventKind.LineResumed)]
    public void Event_BreaksNotVerified_BeforeTheNumberIsTyped(SessionEventKind kind) =>
        ((Action)(() => Verbs[kind](SessionSample.In(SessionState.Active), Times.Minute(5)))).ShouldBreak("session.not-verified");

    [Fact]
    public void Event_BreaksEventsFull_WhenAnAgentTellsWithoutEnd()
    {
        RemoteSession session = Verified();
        while (session.Events.Count < RemoteSession.MostEvents) session.NarrowView(Times.Minute(6));

        ((Action)(() => session.WidenView(Times.Minute(7)))).ShouldBreak("session.events-full");
        ((Action)(() => session.FindProblem(Times.Minute(7)))).ShouldBreak("session.events-full");
        session.LoseLine(Times.Minute(8)).ShouldBeTrue();
    }

    [Fact]
    public void Verify_IsKeptOnce_WhenItIsToldTwice()
    {
        RemoteSession session = Verified();

        session.Verify(Times.Minute(9));

        session.VerifiedAt.ShouldBe(Times.Minute(5));
        session.IsVerified.ShouldBeTrue();
        session.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void WrongNumbers_AreCounted_UpToTheThird()
    {
        RemoteSession session = SessionSample.In(SessionState.AgentJoined);
        for (int i = 1; i <= RemoteSession.MostWrongNumbers; i++)
        {
            session.NoteWrongNumber(Times.Minute(4));
            session.WrongNumbers.ShouldBe(i);
        }

        ((Action)(() => session.NoteWrongNumber(Times.Minute(5)))).ShouldBreak("session.numbers-full");
        ((Action)(() => session.Verify(Times.Minute(5)))).ShouldBreak("session.numbers-full");
        session.IsVerified.ShouldBeFalse();
    }

    [Fact]
    public void WrongNumber_BreaksVerified_AfterTheRightOne() => ((Action)(() => Verified().NoteWrongNumber(Times.Minute(6)))).ShouldBreak("session.verified");

    [Fact]
    public void LoseLine_LeavesTheSessionOpen_AndTakesBackAllButViewing()
    {
        RemoteSession session = Verified();
        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(6));

        session.LoseLine(Times.Minute(7)).ShouldBeTrue();

        session.IsOpen.ShouldBeTrue();
        session.LineLostAt.ShouldBe(Times.Minute(7));
        session.Granted.ShouldBe(Grant.View);
        session.HeldFor(Grant.Control, Times.Minute(20)).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void LoseLine_AndResume_CountOnce_WhenBothEndsTell()
    {
        RemoteSession session = Verified();

        session.Resume(Times.Minute(6)).ShouldBeFalse();
        session.LoseLine(Times.Minute(6)).ShouldBeTrue();
        session.LoseLine(Times.Minute(7)).ShouldBeFalse();
        session.Resume(Times.Minute(7)).ShouldBeTrue();
        session.Resume(Times.Minute(8)).ShouldBeFalse();

        session.LineLostAt.ShouldBeNull();
        session.Events.Skip(1).Select(e => (e.Kind, e.At)).ShouldBe([(SessionEventKind.LineLost, Times.Minute(6)), (SessionEventKind.LineResumed, Times.Minute(7))]);
    }

    [Fact]
    public void LoseLine_BreaksLinesFull_TheEleventhTime()
    {
        RemoteSession session = Verified();
        for (int i = 0; i < RemoteSession.MostLostLines; i++)
        {
            session.LoseLine(Times.Minute(6 + i)).ShouldBeTrue();
            session.Resume(Times.Minute(6 + i)).ShouldBeTrue();
        }

        ((Action)(() => session.LoseLine(Times.Minute(30)))).ShouldBreak("session.lines-full");
    }

    [Fact]
    public void LineIsGone_OnlyAfterItsTime_AndOnlyWhileItIsLost()
    {
        RemoteSession session = Verified();
        session.LineIsGone(Times.Minute(90)).ShouldBeFalse();
        session.LoseLine(Times.Minute(6));

        session.LineIsGone(Times.Minute(6) + RemoteSession.LineMayBeAway - TimeSpan.FromSeconds(1)).ShouldBeFalse();
        session.LineIsGone(Times.Minute(6) + RemoteSession.LineMayBeAway).ShouldBeTrue();

        session.Finish(SessionEnd.AgentLost, Times.Minute(8));
        session.LineIsGone(Times.Minute(90)).ShouldBeFalse();
    }

    private static RemoteSession Verified()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.Verify(Times.Minute(5));
        return session;
    }
}
