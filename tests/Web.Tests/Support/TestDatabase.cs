using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Tests.Support;

/// <summary>A real SQLite file with the real migrations, gone with the test.</summary>
public sealed class TestDatabase : IDbContextFactory<ServiceDeskDb>, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("servicedesk-test-").FullName;
    private readonly DbContextOptions<ServiceDeskDb> _options;

    private TestDatabase()
    {
        var builder = new DbContextOptionsBuilder<ServiceDeskDb>();
        builder.UseServiceDesk(DatabaseOptions.SqliteFile(Path.Combine(_folder, "servicedesk.db")));
        _options = builder.Options;
    }

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await using ServiceDeskDb db = database.CreateDbContext();
        await db.MigrateServiceDeskAsync();
        return database;
    }

    public ServiceDeskDb CreateDbContext() => new(_options);

    /// <summary>Adds somebody of the desk, without a password.</summary>
    public async Task<Guid> AddDeskUserAsync(string name)
    {
        await using ServiceDeskDb db = CreateDbContext();
        var user = new DeskUser { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Initials = name[..2].ToUpperInvariant() };
        db.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await using (ServiceDeskDb db = CreateDbContext())
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection());
        Directory.Delete(_folder, recursive: true);
    }
}
