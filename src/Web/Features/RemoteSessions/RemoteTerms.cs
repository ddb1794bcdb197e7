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
        _ => SessionEndReason.ServerEnded,
    };

    /// <summary>What the relay saw. Null when it was the desk itself that closed the line and writes down why.</summary>
    public static SessionEnd? ToStored(this RelayCloseReason seen) => seen switch
    {
        RelayCloseReason.EndedByAgent => SessionEnd.CustomerEnded,
        RelayCloseReason.EndedByViewer => SessionEnd.ConsultantEnded,
        RelayCloseReason.AgentLost => SessionEnd.AgentLost,
        RelayCloseReason.ViewerLost => SessionEnd.ViewerLost,
        RelayCloseReason.Malformed or RelayCloseReason.Limit => SessionEnd.ProtocolError,
        RelayCloseReason.TimeLimit => SessionEnd.TimeLimit,
        _ => null,
    };
}
