using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class ChannelTests
{
    private static readonly DateTime LastMoment = Times.Start + RemoteSession.ChannelLife - TimeSpan.FromTicks(1);
    private static readonly DateTime TooLate = Times.Start + RemoteSession.ChannelLife;

    [Fact]
    public void ChannelIsOpen_UpToTheLastMoment_AndNotAtTheEnd()
    {
        RemoteSession session = SessionSample.Requested();

        session.ChannelIsOpen(LastMoment).ShouldBeTrue();
        session.ChannelIsOpen(TooLate).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SessionState.Waiting, true)]
    [InlineData(SessionState.PageOpened, true)]
    [InlineData(SessionState.Accepted, true)]
    [InlineData(SessionState.AgentJoined, false)]
    [InlineData(SessionState.Active, false)]
    [InlineData(SessionState.Ended, false)]
    public void ChannelIsOpen_UntilTheAgentJoins_ForEachState(SessionState state, bool open) =>
        SessionSample.In(state).ChannelIsOpen(Times.Minute(5)).ShouldBe(open);

    [Fact]
    public void OpenPage_NotesWhen_WhenTheChannelIsTyped()
    {
        RemoteSession session = SessionSample.Requested();

        session.OpenPage(Times.Minute(3));

        session.State.ShouldBe(SessionState.PageOpened);
        session.PageOpenedAt.ShouldBe(Times.Minute(3));
        session.LastSeenAt.ShouldBe(Times.Minute(3));
        session.ChannelExpiresAt.ShouldBe(Times.Minute(13));
    }

    [Fact]
    public void OpenPage_IsAllowed_AtTheLastMoment() => SessionSample.Requested().OpenPage(LastMoment);

    [Fact]
    public void OpenPage_KeepsTheFirstTime_WhenThePageIsLoadedAgain()
    {
        RemoteSession session = SessionSample.In(SessionState.PageOpened);

        session.OpenPage(Times.Minute(6));

        session.PageOpenedAt.ShouldBe(Times.Minute(1));
        session.ChannelExpiresAt.ShouldBe(Times.Minute(16));
    }

    [Fact]
    public void OpenPage_KeepsTheAcceptance_WhenTheCustomerGoesBack()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);

        session.OpenPage(Times.Minute(6));

        session.State.ShouldBe(SessionState.Accepted);
        session.Acceptances.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(SessionState.AgentJoined)]
    [InlineData(SessionState.Active)]
    [InlineData(SessionState.Ended)]
    public void OpenPage_BreaksChannelClosed_WhenItIsUsed(SessionState state) =>
        ((Action)(() => SessionSample.In(state).OpenPage(Times.Minute(5)))).ShouldBreak("channel.closed");

    [Fact]
    public void OpenPage_BreaksChannelClosed_WhenItIsOutOfTime()
    {
        RemoteSession session = SessionSample.Requested();

        ((Action)(() => session.OpenPage(TooLate))).ShouldBreak("channel.closed");

        session.State.ShouldBe(SessionState.Waiting);
        session.ChannelExpiresAt.ShouldBe(TooLate);
    }

    [Fact]
    public void Accept_BreaksChannelClosed_WhenItIsOutOfTime()
    {
        RemoteSession session = SessionSample.In(SessionState.PageOpened);
        PolicyDocument[] texts = SessionSample.Documents();

        ((Action)(() => session.Accept(texts, texts, SessionSample.AllTicked, Times.Minute(1), Times.Minute(11)))).ShouldBreak("channel.closed");

        session.Acceptances.ShouldBeEmpty();
    }

    [Fact]
    public void Join_BreaksChannelClosed_WhenItIsOutOfTime() =>
        ((Action)(() => SessionSample.In(SessionState.Accepted).Join(SessionSample.Documents(), "0.1.0", Times.Minute(12)))).ShouldBreak("channel.closed");

    [Fact]
    public void ForgetChannel_DropsTheHash_WhenItIsOver()
    {
        RemoteSession session = SessionSample.In(SessionState.Ended);
        session.ChannelHash.ShouldNotBeNull();

        session.ForgetChannel();
        session.ForgetChannel();

        session.ChannelHash.ShouldBeNull();
    }

    [Theory]
    [InlineData(SessionState.Waiting)]
    [InlineData(SessionState.PageOpened)]
    [InlineData(SessionState.Accepted)]
    [InlineData(SessionState.AgentJoined)]
    [InlineData(SessionState.Active)]
    public void ForgetChannel_Throws_WhenTheSessionIsOpen(SessionState state)
    {
        RemoteSession session = SessionSample.In(state);

        Should.Throw<InvalidOperationException>(session.ForgetChannel);

        session.ChannelHash.ShouldNotBeNull();
    }
}
