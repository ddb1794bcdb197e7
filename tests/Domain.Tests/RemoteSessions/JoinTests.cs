using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class JoinTests
{
    [Fact]
    public void Join_UsesTheChannelUp_WhenTheTextsAreAccepted()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);

        session.Join(SessionSample.Documents(), "0.1.0", Times.Minute(3));

        session.State.ShouldBe(SessionState.AgentJoined);
        session.JoinedAt.ShouldBe(Times.Minute(3));
        session.LastSeenAt.ShouldBe(Times.Minute(3));
        session.AgentVersion.ShouldBe("0.1.0");
        session.ChannelIsOpen(Times.Minute(3)).ShouldBeFalse();
        session.StartedAt.ShouldBeNull();
    }

    [Fact]
    public void Join_BreaksChannelClosed_WhenASecondAgentComes()
    {
        RemoteSession session = SessionSample.In(SessionState.AgentJoined);

        ((Action)(() => session.Join(SessionSample.Documents(), "0.1.0", Times.Minute(4)))).ShouldBreak("channel.closed");

        session.JoinedAt.ShouldBe(Times.Minute(3));
    }

    [Theory]
    [InlineData(SessionState.Waiting)]
    [InlineData(SessionState.PageOpened)]
    public void Join_BreaksUnread_WhenNothingIsAccepted(SessionState state) =>
        ((Action)(() => SessionSample.In(state).Join(SessionSample.Documents(), "0.1.0", Times.Minute(3)))).ShouldBreak("policy.unread");

    [Theory]
    [InlineData(PolicyKind.Purpose)]
    [InlineData(PolicyKind.Disclaimer)]
    [InlineData(PolicyKind.Privacy)]
    public void Join_BreaksTextChanged_WhenOneTextWasUpdatedSince(PolicyKind updated)
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);
        PolicyDocument[] current = [.. SessionSample.Documents().Select(text => text.Kind == updated ? SessionSample.Document(updated, version: 2) : text)];

        ((Action)(() => session.Join(current, "0.1.0", Times.Minute(3)))).ShouldBreak("policy.text-changed");

        session.State.ShouldBe(SessionState.Accepted);
    }

    [Fact]
    public void Join_BreaksTextChanged_WhenTheSameWordsStandInAnotherText()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);
        PolicyDocument[] current = SessionSample.Documents();
        PolicyDocument asPrivacy = PolicyDocument.Publish(PolicyKind.Privacy, 2, "de", current[0].Title, current[0].Body, Times.Start);
        asPrivacy.Sha256.ShouldBe(current[0].Sha256);

        ((Action)(() => session.Join([current[0], current[1], asPrivacy], "0.1.0", Times.Minute(3)))).ShouldBreak("policy.text-changed");
    }

    [Fact]
    public void Join_BreaksTextChanged_WhenATextIsMissing() =>
        ((Action)(() => SessionSample.In(SessionState.Accepted).Join(SessionSample.Documents()[..2], "0.1.0", Times.Minute(3)))).ShouldBreak("policy.text-changed");

    [Fact]
    public void Join_IsAllowed_WhenTheUpdatedTextsWereAcceptedToo()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);
        PolicyDocument[] updated = SessionSample.Documents(version: 2);
        session.Accept(updated, updated, SessionSample.AllTicked, Times.Minute(3), Times.Minute(4));

        session.Join(updated, "0.1.0", Times.Minute(5));

        session.State.ShouldBe(SessionState.AgentJoined);
    }

    [Theory]
    [InlineData("0.1.0-rc.1+abc", "0.1.0-rc.1+abc")]
    [InlineData("0.1\0<script>\r\n", "0.1script")]
    [InlineData("", "")]
    [InlineData("11111111112222222222333333333344444444445", "1111111111222222222233333333334444444444")]
    public void Join_KeepsOnlyAVersion_WhateverTheAgentSays(string said, string kept)
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);

        session.Join(SessionSample.Documents(), said, Times.Minute(3));

        session.AgentVersion.ShouldBe(kept);
    }
}
