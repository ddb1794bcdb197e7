using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The one place where what is sent and what is stored are told apart and translated.</summary>
internal static class RemoteTerms
{
    /// <summary>The values are the same on purpose; what the desk does not know, the session refuses.</summary>
    public static Grant ToStored(this Grants sent) => (Grant)sent;

    /// <summary>
    /// What the agent reports. It may speak for the customer and for itself; that the consultant or the desk ended it, the relay
    /// and the desk know better, and get the time to say so first.
    /// </summary>
    public static SessionEnd ToStored(this SessionEndReason sent) => sent switch
    {
        SessionEndReason.CustomerEnded => SessionEnd.CustomerEnded,
        SessionEndReason.CustomerDeclined => SessionEnd.CustomerDeclined,
        SessionEndReason.ProtocolError => SessionEnd.ProtocolError,
        SessionEndReason.NumberWrong => SessionEnd.NumberWrong,
        SessionEndReason.SecurityFailed => SessionEnd.SecurityFailed,
        SessionEndReason.TimedOut => SessionEnd.VerificationTimedOut,
        SessionEndReason.TextChanged => SessionEnd.TextChanged,
        _ => SessionEnd.AgentLost,
    };

    /// <summary>What the agent is told when the desk ends it.</summary>
    public static SessionEndReason ToSent(this SessionEnd stored) => stored switch
    {
        SessionEnd.CustomerEnded => SessionEndReason.CustomerEnded,
        SessionEnd.ConsultantEnded => SessionEndReason.ConsultantEnded,
        SessionEnd.CustomerDeclined => SessionEndReason.CustomerDeclined,
        SessionEnd.AgentLost or SessionEnd.ViewerLost => SessionEndReason.LineLost,
        SessionEnd.TimeLimit => SessionEndReason.TimeLimit,
        SessionEnd.ProtocolError => SessionEndReason.ProtocolError,
        SessionEnd.NumberWrong => SessionEndReason.NumberWrong,
        SessionEnd.SecurityFailed => SessionEndReason.SecurityFailed,
        SessionEnd.VerificationTimedOut => SessionEndReason.TimedOut,
        SessionEnd.TextChanged => SessionEndReason.TextChanged,
        _ => SessionEndReason.ServerEnded,
    };

    /// <summary>What the relay saw. Null when it was the desk itself that closed the line and writes down why.</summary>
    public static SessionEnd? ToStored(this RelayCloseReason seen) => seen switch
    {
        RelayCloseReason.EndedByAgent => SessionEnd.CustomerEnded,
        RelayCloseReason.EndedByViewer => SessionEnd.ConsultantEnded,
        RelayCloseReason.AgentLost => SessionEnd.AgentLost,
        RelayCloseReason.ViewerLost => SessionEnd.ViewerLost,
        RelayCloseReason.Malformed or RelayCloseReason.Outdated or RelayCloseReason.Limit => SessionEnd.ProtocolError,
        RelayCloseReason.TimeLimit => SessionEnd.TimeLimit,
        RelayCloseReason.StepTimedOut => SessionEnd.VerificationTimedOut,
        RelayCloseReason.ContextDiffers => SessionEnd.TextChanged,
        RelayCloseReason.SecurityFailed => SessionEnd.SecurityFailed,
        _ => null,
    };

    /// <summary>With what both ends are closed when the desk cuts a session.</summary>
    public static RelayCloseCode ToCloseCode(this SessionEnd end) => end switch
    {
        SessionEnd.ConsultantEnded => RelayCloseCode.Ended,
        SessionEnd.CustomerEnded or SessionEnd.CustomerDeclined => RelayCloseCode.EndedByCustomer,
        SessionEnd.AgentLost or SessionEnd.ViewerLost => RelayCloseCode.LineLost,
        SessionEnd.TimeLimit => RelayCloseCode.TimeLimit,
        SessionEnd.ProtocolError => RelayCloseCode.Malformed,
        SessionEnd.NumberWrong or SessionEnd.SecurityFailed => RelayCloseCode.SecurityCheck,
        SessionEnd.VerificationTimedOut => RelayCloseCode.TimedOut,
        SessionEnd.TextChanged => RelayCloseCode.ContextChanged,
        _ => RelayCloseCode.EndedByDesk,
    };

    /// <summary>
    /// The same close code stands for several things; what the session has been through tells them apart. A number that was wrong three
    /// times ends like any other failed check, and a verified session's step that took too long is a line that did not come back.
    /// </summary>
    /// <param name="end">What was told.</param>
    /// <param name="session">The session.</param>
    /// <param name="missing">Who was not on the relay.</param>
    public static SessionEnd In(this SessionEnd end, RemoteSession session, SessionEnd missing) => end switch
    {
        SessionEnd.SecurityFailed when !session.IsVerified && session.WrongNumbers >= RemoteSession.MostWrongNumbers => SessionEnd.NumberWrong,
        SessionEnd.VerificationTimedOut or SessionEnd.AgentLost when session.IsVerified => missing,
        _ => end,
    };
}
