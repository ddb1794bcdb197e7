using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Data;

/// <summary>Brings the database to the shape that this version of the desk needs.</summary>
public static class DatabaseSetup
{
    /// <summary>Applies the migrations that are missing. Safe to call on each start, and on several nodes at once.</summary>
    public static async Task MigrateServiceDeskAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        var factory = services.GetRequiredService<IDbContextFactory<ServiceDeskDb>>();
        await using ServiceDeskDb db = await factory.CreateDbContextAsync(cancel);
        await db.MigrateServiceDeskAsync(cancel);
    }

    /// <inheritdoc cref="MigrateServiceDeskAsync(IServiceProvider, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">SQLite cannot keep a write-ahead log where the file lies.</exception>
    public static async Task MigrateServiceDeskAsync(this ServiceDeskDb db, CancellationToken cancel = default)
    {
        await db.Database.MigrateAsync(cancel);
        if (!db.Database.IsSqlite()) return;

        // Readers must never wait for a writer. The mode is kept in the file.
        string mode = (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode=WAL").ToListAsync(cancel)).Single();
        if (mode is not ("wal" or "memory")) throw new InvalidOperationException($"SQLite keeps its journal in mode {mode} instead of wal.");
    }
}
