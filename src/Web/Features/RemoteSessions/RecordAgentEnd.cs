using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The agent says why it ended, or its line to the hub broke without a word.</summary>
public sealed class RecordAgentEnd(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <summary>"The line was lost" is what the relay knows better: it saw which end went first, so it gets this long to say so.</summary>
    internal static readonly TimeSpan RelaySpeaksFirst = TimeSpan.FromSeconds(2);

    public async Task<bool> ExecuteAsync(Guid session, SessionEndReason reason, CancellationToken cancellation = default)
    {
        SessionEnd end = reason.ToStored(), missing = lines.WhoIsMissing(session);
        await lines.CutAsync(session, end);
        if (end == SessionEnd.AgentLost) await Task.Delay(RelaySpeaksFirst, time, cancellation);
        return await change.ExecuteAsync(session, s => s.Finish(end.In(s, missing), time.GetUtcNow().UtcDateTime), cancellation);
    }
}
