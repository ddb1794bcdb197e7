using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Data;

/// <summary>Brings the database to the shape that this version of the desk needs.</summary>
public static class DatabaseSetup
{
    // Any number that nothing else in the database locks.
    private const long MigrationTurn = 0x5344_4D49_4752;
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(10);

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
        if (db.Database.IsNpgsql() && await db.Database.CanConnectAsync(cancel)) await MigrateInTurnAsync(db, cancel);
        else await db.Database.MigrateAsync(cancel);
        if (!db.Database.IsSqlite()) return;

        // Readers must never wait for a writer. The mode is kept in the file.
        string mode = (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode=WAL").ToListAsync(cancel)).Single();
        if (mode is not ("wal" or "memory")) throw new InvalidOperationException($"SQLite keeps its journal in mode {mode} instead of wal.");
    }

    /// <summary>
    /// One node at a time. PostgreSQL's own lock of the history table ends with each migration's transaction, and the node that waited
    /// would do the next one twice.
    /// </summary>
    private static async Task MigrateInTurnAsync(ServiceDeskDb db, CancellationToken cancel)
    {
        int? usual = db.Database.GetCommandTimeout();
        await db.Database.OpenConnectionAsync(cancel); // the lock belongs to the connection, and goes with it
        try
        {
            db.Database.SetCommandTimeout(LongestTurn);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationTurn})", cancel);
            await db.Database.MigrateAsync(cancel);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationTurn})", cancel);
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
            await db.Database.CloseConnectionAsync();
        }
    }
}
