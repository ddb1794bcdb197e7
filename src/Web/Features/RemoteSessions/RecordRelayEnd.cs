using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The relay saw the end of a session's room and knows which end went first.</summary>
public sealed class RecordRelayEnd(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <summary>An agent that hangs up, or is hung up on for a cause, says why through the hub a moment later; its own word is more exact.</summary>
    internal static readonly TimeSpan AgentSpeaksFirst = TimeSpan.FromSeconds(3);

    /// <summary>Both ends bring the same outcome; the second changes nothing. A verified session's lost line is not its end.</summary>
    /// <param name="session">The session.</param>
    /// <param name="outcome">Of the room that is over.</param>
    /// <param name="carriedBefore">What the rooms before it carried.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task ExecuteAsync(Guid session, RelayOutcome outcome, long carriedBefore, CancellationToken cancellation = default)
    {
        SessionEnd? end = outcome.IsLostLine && lines.IsVerified(session) ? null : outcome.Reason.ToStored();
        if (end is not null && outcome.IsByAnEnd) await Task.Delay(AgentSpeaksFirst, time, cancellation);
        SessionEnd missing = lines.WhoIsMissing(session);
        if (end is { } reason) await lines.CutAsync(session, reason);
        await change.ExecuteAsync(session, s =>
        {
            s.RecordCarried(carriedBefore + outcome.BytesFromAgent + outcome.BytesFromViewer);
            return end is { } why && s.Finish(why.In(s, missing), time.GetUtcNow().UtcDateTime);
        }, cancellation);
    }
}
