using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

public sealed class AcceptTests
{
    [Fact]
    public void Accept_RecordsEachText_InTheOrderOfReading()
    {
        RemoteSession session = SessionSample.In(SessionState.PageOpened);
        PolicyDocument[] texts = SessionSample.Documents(version: 2);

        session.Accept([.. texts.Reverse()], texts, SessionSample.AllTicked, Times.Minute(2), Times.Minute(4));

        session.State.ShouldBe(SessionState.Accepted);
        session.AcceptedAt.ShouldBe(Times.Minute(4));
        session.Acceptances.Select(acceptance => acceptance.Kind).ShouldBe([PolicyKind.Purpose, PolicyKind.Disclaimer, PolicyKind.Privacy]);
        Acceptance first = session.Acceptances[0];
        first.SessionId.ShouldBe(SessionSample.Id);
        first.Version.ShouldBe(2);
        first.Locale.ShouldBe("de");
        first.Sha256.ShouldBe(texts[0].Sha256);
        first.ShownAt.ShouldBe(Times.Minute(2));
        first.AcceptedAt.ShouldBe(Times.Minute(4));
    }

    [Fact]
    public void Accept_GivesTheCustomerTimeToDownload_WhenTheTextsAreRead()
    {
        RemoteSession session = SessionSample.In(SessionState.PageOpened);

        Accept(session, SessionSample.Documents(), now: Times.Minute(9));

        session.ChannelExpiresAt.ShouldBe(Times.Minute(19));
    }

    [Fact]
    public void Accept_KeepsTheFirstRecord_WhenItIsSentTwice()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);

        Accept(session, SessionSample.Documents(), now: Times.Minute(5));

        session.Acceptances.Count.ShouldBe(3);
        session.AcceptedAt.ShouldBe(Times.Minute(2));
    }

    [Fact]
    public void Accept_RecordsTheNewTexts_WhenTheyWereUpdatedMeanwhile()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);

        Accept(session, SessionSample.Documents(version: 2), now: Times.Minute(5));

        session.Acceptances.Select(acceptance => acceptance.Version).ShouldBe([1, 1, 1, 2, 2, 2]);
        session.AcceptedAt.ShouldBe(Times.Minute(5));
    }

    [Fact]
    public void Accept_RecordsTheOtherLanguage_WhenItIsReadInThatToo()
    {
        RemoteSession session = SessionSample.In(SessionState.Accepted);

        Accept(session, SessionSample.Documents(locale: "en"), now: Times.Minute(5));

        session.Acceptances.Skip(3).Select(acceptance => acceptance.Locale).ShouldBe(["en", "en", "en"]);
    }

    [Fact]
    public void Accept_BreaksUnread_WhenThePageWasNeverOpened() =>
        ShouldRefuse("policy.unread", SessionSample.Requested(), SessionSample.Documents());

    [Theory]
    [InlineData(PolicyKind.Purpose)]
    [InlineData(PolicyKind.Disclaimer)]
    [InlineData(PolicyKind.Privacy)]
    public void Accept_BreaksUnticked_WhenOneBoxIsLeftOut(PolicyKind left) =>
        ShouldRefuse("policy.unticked", SessionSample.In(SessionState.PageOpened), SessionSample.Documents(), ticked: [.. SessionSample.AllTicked.Where(kind => kind != left)]);

    [Theory]
    [InlineData(PolicyKind.Purpose)]
    [InlineData(PolicyKind.Disclaimer)]
    [InlineData(PolicyKind.Privacy)]
    public void Accept_BreaksTextChanged_WhenOneTextWasUpdated(PolicyKind updated)
    {
        PolicyDocument[] current = [.. SessionSample.Documents().Select(text => text.Kind == updated ? SessionSample.Document(updated, version: 2) : text)];

        ShouldRefuse("policy.text-changed", SessionSample.In(SessionState.PageOpened), SessionSample.Documents(), current);
    }

    [Fact]
    public void Accept_BreaksTextChanged_WhenATextWasNotShown() =>
        ShouldRefuse("policy.text-changed", SessionSample.In(SessionState.PageOpened), SessionSample.Documents()[..2], SessionSample.Documents());

    [Fact]
    public void Accept_BreaksTextChanged_WhenATextWasShownTwiceInsteadOfAnother()
    {
        PolicyDocument purpose = SessionSample.Document(PolicyKind.Purpose), privacy = SessionSample.Document(PolicyKind.Privacy);

        ShouldRefuse("policy.text-changed", SessionSample.In(SessionState.PageOpened), [purpose, purpose, privacy], SessionSample.Documents());
    }

    [Fact]
    public void Accept_BreaksTextChanged_WhenATextWasWithdrawn() =>
        ShouldRefuse("policy.text-changed", SessionSample.In(SessionState.PageOpened), SessionSample.Documents(), SessionSample.Documents()[1..]);

    [Fact]
    public void Accept_BreaksDamaged_WhenAStoredTextIsNotWhatWasPublished()
    {
        PolicyDocument[] texts = SessionSample.Documents();
        SessionSample.Damaged(texts[1]);

        ShouldRefuse("policy.damaged", SessionSample.In(SessionState.PageOpened), texts);
    }

    [Theory]
    [InlineData(SessionState.AgentJoined)]
    [InlineData(SessionState.Active)]
    [InlineData(SessionState.Ended)]
    public void Accept_BreaksChannelClosed_WhenItIsTooLate(SessionState state) =>
        ShouldRefuse("channel.closed", SessionSample.In(state), SessionSample.Documents());

    private static void Accept(RemoteSession session, PolicyDocument[] texts, DateTime now) =>
        session.Accept(texts, texts, SessionSample.AllTicked, Times.Minute(2), now);

    private static void ShouldRefuse(string rule, RemoteSession session, PolicyDocument[] shown, PolicyDocument[]? current = null, HashSet<PolicyKind>? ticked = null)
    {
        (SessionState State, int Records) before = (session.State, session.Acceptances.Count);

        ((Action)(() => session.Accept(shown, current ?? shown, ticked ?? SessionSample.AllTicked, Times.Minute(2), Times.Minute(4)))).ShouldBreak(rule);

        (session.State, session.Acceptances.Count).ShouldBe(before);
    }
}
