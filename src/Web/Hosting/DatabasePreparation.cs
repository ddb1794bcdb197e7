using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Hosting;

public static class DatabasePreparation
{
    /// <summary>Brings the schema to the one of this build before anything is served.</summary>
    public static async Task MigrateDatabaseAsync(this WebApplication app)
    {
        await using ServiceDeskDb db = await app.Services.GetRequiredService<IDbContextFactory<ServiceDeskDb>>().CreateDbContextAsync();
        if (db.Database.GetMigrations().Any())
            await db.Database.MigrateAsync();
        else
            await db.Database.EnsureCreatedAsync();
    }
}
