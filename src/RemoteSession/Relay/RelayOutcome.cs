namespace ServiceDesk.Remote.Relay;

/// <summary>How a session's time on the relay ended. Both ends get the same, but for <see cref="RelayCloseReason.SecondParticipant"/>.</summary>
/// <param name="Reason">The first thing that ended it.</param>
/// <param name="BytesFromAgent">Content bytes the agent sent.</param>
/// <param name="BytesFromViewer">Content bytes the viewer sent.</param>
public sealed record RelayOutcome(RelayCloseReason Reason, long BytesFromAgent, long BytesFromViewer)
{
    /// <summary>Nobody meant it to end.</summary>
    public bool IsLostLine => Reason is RelayCloseReason.AgentLost or RelayCloseReason.ViewerLost;

    /// <summary>The agent hung up, or either end said with its close code what was wrong.</summary>
    public bool IsByAnEnd => Reason is RelayCloseReason.EndedByAgent or RelayCloseReason.Malformed or RelayCloseReason.StepTimedOut
        or RelayCloseReason.ContextDiffers or RelayCloseReason.Outdated or RelayCloseReason.SecurityFailed;
}

/// <summary>What ended a session on the relay.</summary>
public enum RelayCloseReason
{
    /// <summary>The agent closed with 4410.</summary>
    EndedByAgent,

    /// <summary>The viewer closed with 4410.</summary>
    EndedByViewer,

    /// <summary>The agent's line broke, it fell silent, did not read, closed with any other code, or never came.</summary>
    AgentLost,

    /// <summary>The viewer's line broke, it fell silent, did not read, closed with any other code, or never came.</summary>
    ViewerLost,

    /// <summary>A text message or an empty one, or one end found the other's malformed.</summary>
    Malformed,

    /// <summary>One end gave up waiting for a step of the other.</summary>
    StepTimedOut,

    /// <summary>One end found that the two do not agree on session, texts, desk or person.</summary>
    ContextDiffers,

    /// <summary>One end speaks a version that the other does not.</summary>
    Outdated,

    /// <summary>One end found what came not to be what an honest line carries.</summary>
    SecurityFailed,

    /// <summary>Message too long, too many messages, too many sessions.</summary>
    Limit,

    /// <summary>The session had lasted as long as one may.</summary>
    TimeLimit,

    /// <summary>This end was refused because its side was already there. The session goes on.</summary>
    SecondParticipant,

    /// <summary><see cref="RelayRooms.Close"/>, or the server stops.</summary>
    ClosedByDesk,
}
