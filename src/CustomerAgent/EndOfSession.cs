using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>How the session ended.</summary>
/// <param name="Reason">What the desk and the viewer are told.</param>
/// <param name="Fault">What failed in the agent itself; null when nothing did.</param>
internal sealed record EndOfSession(SessionEndReason Reason, Exception? Fault = null);
