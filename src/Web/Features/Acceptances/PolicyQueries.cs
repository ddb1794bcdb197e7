using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The texts in force.</summary>
public sealed class PolicyQueries(IDbContextFactory<ServiceDeskDb> database)
{
    /// <summary>The newest version of each text in one language, in the order they are read.</summary>
    public async Task<IReadOnlyList<PolicyDocument>> CurrentAsync(string locale, CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        return await CurrentAsync(db, locale, cancellation);
    }

    /// <summary>Every text in force is whole, in every language; otherwise no page shows any and nothing can be accepted.</summary>
    public async Task<bool> AreIntactAsync(CancellationToken cancellation)
    {
        await using ServiceDeskDb db = await database.CreateDbContextAsync(cancellation);
        foreach (string locale in PolicyTexts.Locales)
        {
            IReadOnlyList<PolicyDocument> current = await CurrentAsync(db, locale, cancellation);
            if (current.Count != Enum.GetValues<PolicyKind>().Length || current.Any(document => !document.IsIntact)) return false;
        }

        return true;
    }

    internal static async Task<IReadOnlyList<PolicyDocument>> CurrentAsync(ServiceDeskDb db, string locale, CancellationToken cancellation) =>
        await db.PolicyDocuments.AsNoTracking()
            .Where(document => document.Locale == locale
                && !db.PolicyDocuments.Any(newer => newer.Kind == document.Kind && newer.Locale == locale && newer.Version > document.Version))
            .OrderBy(document => document.Kind)
            .ToListAsync(cancellation);
}
