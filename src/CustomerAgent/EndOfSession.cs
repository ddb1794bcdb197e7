using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.CustomerAgent;

/// <summary>How the session ended.</summary>
/// <param name="Reason">What the desk and the viewer are told.</param>
/// <param name="Fault">What failed in the agent itself; null when nothing did.</param>
internal sealed record EndOfSession(SessionEndReason Reason, Exception? Fault = null)
{
    /// <summary>What the line is closed with.</summary>
    public CloseCode Code { get; init; } = Reason switch
    {
        SessionEndReason.ProtocolError when Fault is null => CloseCode.Malformed,
        SessionEndReason.TimedOut => CloseCode.TimedOut,
        SessionEndReason.TextChanged => CloseCode.ContextChanged,
        SessionEndReason.SecurityFailed or SessionEndReason.NumberWrong => CloseCode.SecurityCheck,
        _ => CloseCode.Ended,
    };

    /// <summary>The end that rs1 came to by itself.</summary>
    public static EndOfSession Refused(CloseCode failure) => new(ReasonOf(failure) ?? SessionEndReason.ProtocolError) { Code = failure };

    /// <summary>What a code of rs1's says; null for what is none of its refusals.</summary>
    public static SessionEndReason? ReasonOf(CloseCode code) => code switch
    {
        CloseCode.Malformed or CloseCode.Version => SessionEndReason.ProtocolError,
        CloseCode.TimedOut => SessionEndReason.TimedOut,
        CloseCode.ContextChanged => SessionEndReason.TextChanged,
        CloseCode.SecurityCheck => SessionEndReason.SecurityFailed,
        _ => null,
    };
}
