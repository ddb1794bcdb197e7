namespace ServiceDesk.Remote.Relay;

/// <summary>Why a room ends, and with which code for each end.</summary>
internal sealed record RelayEnding(RelayCloseReason Reason, RelayCloseCode ToAgent, RelayCloseCode ToViewer)
{
    /// <summary>The session has lasted as long as one may.</summary>
    public static readonly RelayEnding TimeLimit = Both(RelayCloseReason.TimeLimit, RelayCloseCode.TimeLimit);

    public RelayCloseCode CodeFor(RelaySide side) => side == RelaySide.Agent ? ToAgent : ToViewer;

    public static RelayEnding ByDesk(RelayCloseCode code) => Both(RelayCloseReason.ClosedByDesk, code);

    /// <summary>This end broke off, fell silent, did not read, or never came.</summary>
    public static RelayEnding Lost(RelaySide side) =>
        Both(side == RelaySide.Agent ? RelayCloseReason.AgentLost : RelayCloseReason.ViewerLost, RelayCloseCode.LineLost);

    /// <summary>What an end's read that gave no message means for the room.</summary>
    public static RelayEnding After(RelayRead read, RelaySide side) => read switch
    {
        RelayRead.Ended when side == RelaySide.Agent => Both(RelayCloseReason.EndedByAgent, RelayCloseCode.Ended),
        RelayRead.Ended => Both(RelayCloseReason.EndedByViewer, RelayCloseCode.Ended),
        RelayRead.FoundMalformed => Both(RelayCloseReason.Malformed, RelayCloseCode.Malformed),
        RelayRead.FoundLate => Both(RelayCloseReason.StepTimedOut, RelayCloseCode.TimedOut),
        RelayRead.FoundDifferent => Both(RelayCloseReason.ContextDiffers, RelayCloseCode.ContextChanged),
        RelayRead.FoundOutdated => Both(RelayCloseReason.Outdated, RelayCloseCode.Version),
        RelayRead.FoundUnsafe => Both(RelayCloseReason.SecurityFailed, RelayCloseCode.SecurityCheck),
        RelayRead.Text => Fault(side, RelayCloseReason.Malformed, RelayCloseCode.NotBinary),
        RelayRead.Empty => Fault(side, RelayCloseReason.Malformed, RelayCloseCode.Malformed),
        RelayRead.TooBig => Fault(side, RelayCloseReason.Limit, RelayCloseCode.TooBig),
        RelayRead.TooMany => Fault(side, RelayCloseReason.Limit, RelayCloseCode.Rate),
        _ => Lost(side),
    };

    private static RelayEnding Both(RelayCloseReason reason, RelayCloseCode code) => new(reason, code, code);

    // The end at fault learns what it did; for the other one a line was lost.
    private static RelayEnding Fault(RelaySide side, RelayCloseReason reason, RelayCloseCode code) => side == RelaySide.Agent
        ? new(reason, code, RelayCloseCode.LineLost)
        : new(reason, RelayCloseCode.LineLost, code);
}
