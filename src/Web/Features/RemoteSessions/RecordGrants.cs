using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Writes down what the customer allowed, withdrew or refused in the agent.</summary>
public sealed class RecordGrants(ChangeSession change, TimeProvider time)
{
    /// <returns>False when the session is over: a report may cross an end on the way.</returns>
    public Task<bool> ExecuteAsync(Guid session, Grants granted, Grants declined, CancellationToken cancellation = default) =>
        change.ExecuteAsync(session, s =>
        {
            if (!s.IsOpen) return false;
            s.RecordGrants(granted.ToStored(), declined.ToStored(), time.GetUtcNow().UtcDateTime);
            return true;
        }, cancellation);
}
