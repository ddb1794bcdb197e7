using System.Net.WebSockets;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>One admitted end's time on the relay, from the first message to the record of the end.</summary>
public sealed class RelayPassage(RelayRooms rooms, SessionLines lines, RecordRelayEnd record, FollowLines follow, RelayLog log, IHostApplicationLifetime server)
{
    public async Task CarryAsync(Guid session, RelaySide side, WebSocket socket)
    {
        log.Admitted(side, session);
        if (side == RelaySide.Agent) lines.AgentCame(session);
        long carriedBefore = lines.CarriedBefore(session);
        RelayOutcome outcome = await rooms.RunAsync(session, side, socket, new RelayVisit(lines.IsVerified(session), follow), server.ApplicationStopping);
        log.Left(side, session, outcome.Reason, outcome.BytesFromAgent, outcome.BytesFromViewer);
        if (outcome.Reason == RelayCloseReason.SecondParticipant) return;
        await record.ExecuteAsync(session, outcome, carriedBefore);
    }
}
