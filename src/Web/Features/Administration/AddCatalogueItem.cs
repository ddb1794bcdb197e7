using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Administration;

/// <summary>Adds a service to the catalogue; from then on a ticket may name it.</summary>
public sealed class AddCatalogueItem(IDbContextFactory<ServiceDeskDb> databases)
{
    /// <returns>The entry's identity.</returns>
    /// <exception cref="RuleBrokenException">A rule of <see cref="CatalogueItem.Create"/>; <c>catalogue.name.taken</c> within the category.</exception>
    /// <exception cref="NotSavedException">The database refused.</exception>
    public Task<int> ExecuteAsync(string name, string category, CancellationToken cancel = default) =>
        NotSavedException.OrAsync(() => SaveAsync(name, category, cancel));

    private async Task<int> SaveAsync(string name, string category, CancellationToken cancel)
    {
        var item = CatalogueItem.Create(name, category);
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        if (await db.Catalogue.AnyAsync(other => other.Name == item.Name && other.Category == item.Category, cancel))
            throw new RuleBrokenException("catalogue.name.taken", "The catalogue has this entry already.");
        db.Add(item);
        await db.SaveChangesAsync(cancel);
        return item.Id;
    }
}
