using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

/// <summary>Texts and sessions for tests; a session is led into each state by its own verbs.</summary>
internal static class SessionSample
{
    public static readonly Guid Id = Guid.Parse("5e551011-0000-0000-0000-000000000001");
    public static readonly Guid Consultant = Guid.Parse("a0000000-0000-0000-0000-00000000000a");
    public static readonly HashSet<PolicyKind> AllTicked = [PolicyKind.Purpose, PolicyKind.Disclaimer, PolicyKind.Privacy];

    public static byte[] Hash => [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static PolicyDocument Document(PolicyKind kind, int version = 1, string locale = "de") =>
        PolicyDocument.Publish(kind, version, locale, $"{kind} {locale}", $"Text {version} of {kind}.", Times.Start.AddDays(-1));

    public static PolicyDocument[] Documents(int version = 1, string locale = "de") =>
        [.. Enum.GetValues<PolicyKind>().Select(kind => Document(kind, version, locale))];

    /// <summary>A document whose text somebody changed behind the desk's back.</summary>
    public static PolicyDocument Damaged(PolicyDocument document)
    {
        typeof(PolicyDocument).GetProperty(nameof(PolicyDocument.Body))!.SetValue(document, document.Body + " And more.");
        return document;
    }

    public static RemoteSession Requested() => RemoteSession.Request(Id, 7, Consultant, Hash, Times.Start);

    public static RemoteSession In(SessionState state)
    {
        RemoteSession session = Requested();
        if (state == SessionState.Ended)
        {
            session.Finish(SessionEnd.ConsultantEnded, Times.Minute(1));
            return session;
        }

        if (state >= SessionState.PageOpened) session.OpenPage(Times.Minute(1));
        if (state >= SessionState.Accepted) session.Accept(Documents(), Documents(), AllTicked, Times.Minute(1), Times.Minute(2));
        if (state >= SessionState.AgentJoined) session.Join(Documents(), "0.1.0", Times.Minute(3));
        if (state >= SessionState.Active) session.RecordGrants(Grant.View, Grant.None, Times.Minute(4));
        return session;
    }
}
