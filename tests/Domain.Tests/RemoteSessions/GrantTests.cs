using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class GrantTests
{
    [Fact]
    public void RecordGrants_StartsTheSession_WhenTheCustomerShowsTheScreen()
    {
        RemoteSession session = SessionSample.In(SessionState.AgentJoined);

        session.RecordGrants(Grant.View, Grant.None, Times.Minute(4));

        session.State.ShouldBe(SessionState.Active);
        session.StartedAt.ShouldBe(Times.Minute(4));
        session.LastSeenAt.ShouldBe(Times.Minute(4));
        session.Granted.ShouldBe(Grant.View);
        Changes(session).ShouldBe([(Grant.View, GrantDecision.Given, Times.Minute(4))]);
    }

    [Fact]
    public void RecordGrants_WritesOnlyWhatChanged_WhenMoreIsGiven()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(6));

        session.Granted.ShouldBe(Grant.View | Grant.Control);
        Changes(session).Skip(1).ShouldBe([(Grant.Control, GrantDecision.Given, Times.Minute(6))]);
        session.StartedAt.ShouldBe(Times.Minute(4));
    }

    [Fact]
    public void RecordGrants_WritesNothing_WhenNothingChanged()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        session.RecordGrants(Grant.View, Grant.None, Times.Minute(6));

        session.GrantChanges.Count.ShouldBe(1);
        session.LastSeenAt.ShouldBe(Times.Minute(6));
    }

    [Fact]
    public void RecordGrants_WritesTheWithdrawal_WhenTheCustomerTakesItBack()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(6));

        session.RecordGrants(Grant.View, Grant.None, Times.Minute(9));

        Changes(session)[^1].ShouldBe((Grant.Control, GrantDecision.Withdrawn, Times.Minute(9)));
    }

    [Fact]
    public void RecordGrants_StaysActive_WhenTheCustomerPausesTheView()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        session.RecordGrants(Grant.None, Grant.None, Times.Minute(6));

        session.State.ShouldBe(SessionState.Active);
        session.Granted.ShouldBe(Grant.None);
    }

    [Fact]
    public void RecordGrants_BreaksGrantsFull_WhenNobodyCouldHaveDecidedSoOften()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        for (int i = session.GrantChanges.Count; i < RemoteSession.MostGrantChanges; i++)
            session.RecordGrants(Grant.View, Grant.Control, Times.Minute(6));

        ((Action)(() => session.RecordGrants(Grant.View, Grant.Control, Times.Minute(6)))).ShouldBreak("session.grants-full");
        session.GrantChanges.Count.ShouldBe(RemoteSession.MostGrantChanges);
        session.RecordGrants(Grant.View, Grant.None, Times.Minute(7)); // what changes nothing is no decision
        session.Finish(SessionEnd.CustomerEnded, Times.Minute(8)).ShouldBeTrue();
    }

    [Fact]
    public void RecordGrants_WritesTheRefusal_WhenTheCustomerSaysNo()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        session.RecordGrants(Grant.View, Grant.Control | Grant.FileToCustomer, Times.Minute(6));

        session.Granted.ShouldBe(Grant.View);
        Changes(session).Skip(1).ShouldBe([(Grant.Control, GrantDecision.Declined, Times.Minute(6)), (Grant.FileToCustomer, GrantDecision.Declined, Times.Minute(6))]);
    }

    [Fact]
    public void RecordGrants_WaitsOn_WhenTheCustomerDeclinesTheView()
    {
        RemoteSession session = SessionSample.In(SessionState.AgentJoined);

        session.RecordGrants(Grant.None, Grant.View, Times.Minute(4));

        session.State.ShouldBe(SessionState.AgentJoined);
        session.StartedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(SessionState.Waiting)]
    [InlineData(SessionState.PageOpened)]
    [InlineData(SessionState.Accepted)]
    [InlineData(SessionState.Ended)]
    public void RecordGrants_BreaksNotJoined_WhenNoAgentIsThere(SessionState state)
    {
        RemoteSession session = SessionSample.In(state);

        ((Action)(() => session.RecordGrants(Grant.View, Grant.None, Times.Minute(4)))).ShouldBreak("session.not-joined");

        session.Granted.ShouldBe(Grant.None);
        session.GrantChanges.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(32, 0)]
    [InlineData(0, 64)]
    [InlineData(-1, 0)]
    public void RecordGrants_BreaksGrantUnknown_WhenTheAgentNamesAnother(int granted, int declined)
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        ((Action)(() => session.RecordGrants((Grant)granted, (Grant)declined, Times.Minute(6)))).ShouldBreak("session.grant-unknown");

        session.Granted.ShouldBe(Grant.View);
    }

    [Fact]
    public void HeldFor_IsNothing_WhenItWasNeverGiven() => SessionSample.In(SessionState.Active).HeldFor(Grant.Control, Times.Minute(60)).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void HeldFor_IsNothing_WhenItWasDeclined()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.RecordGrants(Grant.View, Grant.Control, Times.Minute(6));

        session.HeldFor(Grant.Control, Times.Minute(60)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void HeldFor_RunsOn_WhileItIsHeld()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);

        session.HeldFor(Grant.View, Times.Minute(4)).ShouldBe(TimeSpan.Zero);
        session.HeldFor(Grant.View, Times.Minute(34)).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void HeldFor_AddsUp_WhenItIsGivenAgain()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(10));
        session.RecordGrants(Grant.View, Grant.None, Times.Minute(13));
        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(20));
        session.RecordGrants(Grant.View, Grant.None, Times.Minute(22));
        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(30));

        session.HeldFor(Grant.Control, Times.Minute(31)).ShouldBe(TimeSpan.FromMinutes(3 + 2 + 1));
    }

    [Fact]
    public void HeldFor_StopsWithTheSession_WhenItWasStillHeld()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.Finish(SessionEnd.CustomerEnded, Times.Minute(14));

        session.HeldFor(Grant.View, Times.Minute(600)).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void HeldFor_KeepsTheOrder_WhenItIsTakenBackAtOnce()
    {
        RemoteSession session = SessionSample.In(SessionState.Active);
        session.RecordGrants(Grant.View | Grant.Control, Grant.None, Times.Minute(10));
        session.RecordGrants(Grant.View, Grant.None, Times.Minute(10));

        session.HeldFor(Grant.Control, Times.Minute(60)).ShouldBe(TimeSpan.Zero);
    }

    private static List<(Grant Grant, GrantDecision Decision, DateTime At)> Changes(RemoteSession session) =>
        [.. session.GrantChanges.Select(change => (change.Grant, change.Decision, change.At))];
}
