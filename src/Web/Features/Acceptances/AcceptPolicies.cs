using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The customer accepted the texts that a page showed. A second click, a reload or the back button changes nothing.</summary>
public sealed class AcceptPolicies(ChangeSession change, TimeProvider time)
{
    /// <returns>False when there is no such session.</returns>
    /// <exception cref="Domain.RuleBrokenException"><c>policy.unticked</c>, <c>policy.text-changed</c>, <c>policy.damaged</c>, <c>channel.closed</c>: nothing is recorded.</exception>
    public Task<bool> ExecuteAsync(ShownTexts shown, IReadOnlySet<PolicyKind> ticked, CancellationToken cancellation = default) =>
        change.ExecuteAsync(shown.Session, async (session, db) =>
        {
            if (HasGoneOn(session)) return true;
            List<PolicyDocument> documents = await db.PolicyDocuments.AsNoTracking().Where(document => shown.Documents.Contains(document.Id)).ToListAsync(cancellation);
            IReadOnlyList<PolicyDocument> current = await PolicyQueries.CurrentAsync(db, documents.FirstOrDefault()?.Locale ?? "", cancellation);
            session.Accept(documents, current, ticked, shown.At, time.GetUtcNow().UtcDateTime);
            return true;
        }, cancellation);

    /// <summary>The agent is there already: this form was sent twice, or found with the back button.</summary>
    private static bool HasGoneOn(RemoteSession session) => session.State is SessionState.AgentJoined or SessionState.Active;
}
