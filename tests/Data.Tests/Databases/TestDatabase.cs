using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Data.Tests.Databases;

/// <summary>A real database with the real migrations, one a test class. Tests of a class run one after the other and share it.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private DbContextOptions<ServiceDeskDb>? _options;

    public DatabaseOptions Options { get; private set; } = new(DatabaseProvider.Sqlite, "");

    public ServiceDeskDb Open() => new(_options ?? throw new InvalidOperationException("The database is not there yet."));

    /// <summary>Another database of the same kind, without a table in it.</summary>
    public abstract Task<DatabaseOptions> CreateEmptyAsync();

    public static ServiceDeskDb Open(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<ServiceDeskDb>();
        builder.UseServiceDesk(options);
        return new ServiceDeskDb(builder.Options);
    }

    public async ValueTask InitializeAsync()
    {
        Options = await CreateEmptyAsync();
        var builder = new DbContextOptionsBuilder<ServiceDeskDb>();
        builder.UseServiceDesk(Options);
        _options = builder.Options;
        await using ServiceDeskDb db = Open();
        await db.MigrateServiceDeskAsync();
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Saves through one context and reads through another, so that nothing comes from memory.</summary>
    public async Task<T> SaveAsync<T>(T record) where T : class
    {
        await using ServiceDeskDb db = Open();
        db.Add(record);
        await db.SaveChangesAsync();
        return record;
    }
}

public sealed class SqliteDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sd-sqlite-").FullName;
    private int _files;

    public override Task<DatabaseOptions> CreateEmptyAsync() =>
        Task.FromResult(DatabaseOptions.SqliteFile(Path.Combine(_folder, $"the desk; {Interlocked.Increment(ref _files)}.db")));

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgreSqlDatabase(PostgreSqlServer server) : TestDatabase
{
    public override async Task<DatabaseOptions> CreateEmptyAsync() => new(DatabaseProvider.PostgreSql, await server.CreateDatabaseAsync());

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
