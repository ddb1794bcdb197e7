using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Everything that is logged about lines: kinds, sizes and the session's identity; never an address, a name or a byte of content.</summary>
public sealed partial class RelayLog(ILogger<RelayLog> log)
{
    [LoggerMessage(1, LogLevel.Information, "Agent joined session {Session}")]
    public partial void AgentJoined(Guid session);

    [LoggerMessage(2, LogLevel.Information, "Agent refused: {Refusal}")]
    public partial void AgentRefused(JoinRefusal refusal);

    [LoggerMessage(3, LogLevel.Information, "{Side} is on the relay of session {Session}")]
    public partial void Admitted(RelaySide side, Guid session);

    [LoggerMessage(4, LogLevel.Warning, "Refused at the relay's door: {Code}")]
    public partial void RefusedAtDoor(RelayCloseCode? code);

    [LoggerMessage(5, LogLevel.Warning, "Too many sockets of one address wait at the relay's door")]
    public partial void TooManyAtDoor();

    [LoggerMessage(6, LogLevel.Information, "{Side} left the relay of session {Session}: {Reason}, {BytesFromAgent} bytes from the agent, {BytesFromViewer} from the viewer")]
    public partial void Left(RelaySide side, Guid session, RelayCloseReason reason, long bytesFromAgent, long bytesFromViewer);

    [LoggerMessage(7, LogLevel.Warning, "A viewer was asked for by somebody whose session it is not")]
    public partial void ViewerRefused();

    [LoggerMessage(8, LogLevel.Information, "The line of session {Session} is lost and may come back")]
    public partial void LineLost(Guid session);

    [LoggerMessage(9, LogLevel.Warning, "What became of the line of session {Session} could not be saved; the next beat tries again")]
    public partial void NotSettled(Guid session, Exception missed);
}
