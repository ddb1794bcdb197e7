using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>Publishes the shipped texts where a desk has none yet, and checks that the stored ones are still what was published.</summary>
public sealed partial class EnsurePolicies(IDbContextFactory<ServiceDeskDb> database, TimeProvider time, ILogger<EnsurePolicies> log)
{
    /// <summary>A text that an institution has published itself is never touched, however old it is.</summary>
    /// <returns>False when a stored text was changed behind the desk's back.</returns>
    public async Task<bool> ExecuteAsync(CancellationToken cancellation = default)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        List<PolicyDocument> stored = await db.PolicyDocuments.ToListAsync(cancellation);
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>().Where(kind => stored.All(document => document.Kind != kind)))
            db.AddRange(PolicyTexts.Locales.Select(locale => Shipped(kind, locale)));
        await db.SaveChangesAsync(cancellation);

        List<PolicyDocument> damaged = [.. stored.Where(document => !document.IsIntact)];
        damaged.ForEach(document => LogDamaged(document.Kind, document.Version, document.Locale));
        return damaged.Count == 0;
    }

    private PolicyDocument Shipped(PolicyKind kind, string locale)
    {
        (string title, string body) = PolicyTexts.Shipped(kind, locale);
        return PolicyDocument.Publish(kind, 1, locale, title, body, time.GetUtcNow().UtcDateTime);
    }

    [LoggerMessage(1, LogLevel.Critical, "Policy text {Kind} version {Version} ({Locale}) is not the one that was published. The customer pages refuse until it is restored or a new version is published.")]
    private partial void LogDamaged(PolicyKind kind, int version, string locale);
}
