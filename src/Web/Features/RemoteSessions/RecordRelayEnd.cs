using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The relay saw the end of a session and knows which end went first.</summary>
public sealed class RecordRelayEnd(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <summary>An agent that hangs up on purpose says why through the hub a moment later; its own word is more exact.</summary>
    internal static readonly TimeSpan AgentSpeaksFirst = TimeSpan.FromSeconds(1);

    /// <summary>Both ends bring the same outcome; the second changes nothing.</summary>
    public async Task ExecuteAsync(Guid session, RelayOutcome outcome, CancellationToken cancellation = default)
    {
        if (outcome.Reason == RelayCloseReason.EndedByAgent) await Task.Delay(AgentSpeaksFirst, time, cancellation);
        SessionEnd? end = outcome.Reason.ToStored();
        if (end is { } reason) await lines.CutAsync(session, reason);
        await change.ExecuteAsync(session, s =>
        {
            s.RecordCarried(outcome.BytesFromAgent + outcome.BytesFromViewer);
            return end is { } why && s.Finish(why, time.GetUtcNow().UtcDateTime);
        }, cancellation);
    }
}
