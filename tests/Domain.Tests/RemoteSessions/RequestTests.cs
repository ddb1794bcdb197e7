using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class RequestTests
{
    [Fact]
    public void Request_WaitsForTheCustomer_Always()
    {
        RemoteSession session = RemoteSession.Request(SessionSample.Id, 7, SessionSample.Consultant, SessionSample.Hash, Times.Start);

        session.Id.ShouldBe(SessionSample.Id);
        session.TicketId.ShouldBe(7);
        session.ConsultantId.ShouldBe(SessionSample.Consultant);
        session.ChannelHash.ShouldBe(SessionSample.Hash);
        session.State.ShouldBe(SessionState.Waiting);
        session.IsOpen.ShouldBeTrue();
        session.RequestedAt.ShouldBe(Times.Start);
        session.LastSeenAt.ShouldBe(Times.Start);
        session.ChannelExpiresAt.ShouldBe(Times.Start + RemoteSession.ChannelLife);
    }

    [Fact]
    public void Request_HasNothingToTellYet_WhenItIsNew()
    {
        RemoteSession session = SessionSample.Requested();

        session.Granted.ShouldBe(Grant.None);
        session.GrantChanges.ShouldBeEmpty();
        session.Acceptances.ShouldBeEmpty();
        session.AgentVersion.ShouldBeNull();
        session.BytesCarried.ShouldBe(0);
        session.End.ShouldBeNull();
        ((DateTime?[])[session.PageOpenedAt, session.AcceptedAt, session.JoinedAt, session.StartedAt, session.EndedAt]).ShouldAllBe(at => at == null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Request_Throws_WhenTheHashHasAnotherLength(int length) => Should.Throw<ArgumentException>(() =>
        RemoteSession.Request(SessionSample.Id, 7, SessionSample.Consultant, new byte[length], Times.Start));
}
