using System.Net;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.Acceptances;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>What happens around a join: failed tries are counted, a channel that two agents claim is cut, the line is remembered.</summary>
public sealed class AgentDoor(JoinAgent join, ChangeSession change, SessionLines lines, FailedTries tries, RelayLog log)
{
    /// <param name="offer">As it came.</param>
    /// <param name="address">For counting failures, in memory only.</param>
    /// <param name="connection">Where the agent is told of an end.</param>
    /// <param name="cancellation">The agent has gone.</param>
    public async Task<JoinAnswer> AdmitAsync(JoinOffer offer, IPAddress? address, AgentConnection connection, CancellationToken cancellation)
    {
        if (tries.WaitOf(address) is not null) return JoinAnswer.Refused(JoinRefusal.TooManyTries);

        JoinResult result = await join.ExecuteAsync(offer, cancellation);
        if (result.Burned is { } burned) await lines.CutAsync(burned, SessionEnd.ProtocolError);
        if (result.Answer.Session is { } joined)
        {
            lines.Connect(joined.SessionId, result.Consultant!.Value, connection);
            log.AgentJoined(joined.SessionId);
            return await IsOverAsync(joined.SessionId, cancellation) ? JoinAnswer.Refused(JoinRefusal.UnknownChannel) : result.Answer;
        }

        if (result.Answer.Refusal == JoinRefusal.UnknownChannel) tries.Failed(address);
        log.AgentRefused(result.Answer.Refusal!.Value);
        return result.Answer;
    }

    /// <summary>Somebody may have ended it after the join was saved and before there was a line to cut.</summary>
    private async Task<bool> IsOverAsync(Guid session, CancellationToken cancellation)
    {
        if (await change.ExecuteAsync(session, s => s.End, cancellation) is not { } end) return false;
        await lines.CutAsync(session, end);
        return true;
    }
}
