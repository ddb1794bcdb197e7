namespace ServiceDesk.Remote.Relay;

/// <summary>How a session's time on the relay ended. Both ends get the same, but for <see cref="RelayCloseReason.SecondParticipant"/>.</summary>
/// <param name="Reason">The first thing that ended it.</param>
/// <param name="BytesFromAgent">Content bytes the agent sent.</param>
/// <param name="BytesFromViewer">Content bytes the viewer sent.</param>
public sealed record RelayOutcome(RelayCloseReason Reason, long BytesFromAgent, long BytesFromViewer);

/// <summary>What ended a session on the relay.</summary>
public enum RelayCloseReason
{
    /// <summary>The agent closed with 4410.</summary>
    EndedByAgent,

    /// <summary>The viewer closed with 4410.</summary>
    EndedByViewer,

    /// <summary>The agent's line broke, it fell silent, closed with any other code, or never came.</summary>
    AgentLost,

    /// <summary>The viewer's line broke, it fell silent, closed with any other code, or never came.</summary>
    ViewerLost,

    /// <summary>A text message or an empty one.</summary>
    Malformed,

    /// <summary>Message too long, too many messages, a reader stuck, too many sessions.</summary>
    Limit,

    /// <summary>The session had lasted as long as one may.</summary>
    TimeLimit,

    /// <summary>This end was refused because its side was already there. The session goes on.</summary>
    SecondParticipant,

    /// <summary><see cref="RelayRooms.Close"/>, or the server stops.</summary>
    ClosedByDesk,
}
