using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ServiceDesk.Data.Tests.Databases;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Data.Tests;

/// <summary>What holds for the embedded database alone: its settings, and who waits for whom.</summary>
public sealed class SqliteTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private const int Busy = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "1")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    public async Task Pragma_IsSet_OnEachConnection(string pragma, string value)
    {
        await using ServiceDeskDb one = database.Open(), other = database.Open();
        await one.Database.OpenConnectionAsync(Cancel);
        other.Database.OpenConnection();

        (await PragmaAsync(one, pragma)).ShouldBe(value);
        (await PragmaAsync(other, pragma)).ShouldBe(value);
    }

    [Fact]
    public async Task Transaction_IsImmediate_FromItsBeginning()
    {
        await using ServiceDeskDb writer = database.Open();
        await using IDbContextTransaction open = await writer.Database.BeginTransactionAsync(Cancel);

        SqliteException refused = await Should.ThrowAsync<SqliteException>(() => TryToWriteAsync());

        refused.SqliteErrorCode.ShouldBe(Busy);
    }

    [Fact]
    public async Task Reader_DoesNotWait_WhileSomebodyWrites()
    {
        await using ServiceDeskDb writer = database.Open();
        await using IDbContextTransaction open = await writer.Database.BeginTransactionAsync(Cancel);
        writer.Add(Person.Register("Not there yet", null, null, Records.Start));
        await writer.SaveChangesAsync(Cancel);

        await using ServiceDeskDb reader = database.Open();
        (await reader.People.CountAsync(p => p.Name == "Not there yet", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Writers_WaitForEachOther_AndNobodyIsRefused()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            await using ServiceDeskDb db = database.Open();
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(Cancel);
            await db.People.CountAsync(Cancel); // reads first: a deferred transaction would be refused at its first write
            db.Add(Person.Register($"Writer {i}", null, null, Records.Start));
            await db.SaveChangesAsync(Cancel);
            await transaction.CommitAsync(Cancel);
        })));

        await using ServiceDeskDb read = database.Open();
        (await read.People.CountAsync(p => p.NameKey.StartsWith("writer"), Cancel)).ShouldBe(40);
    }

    private static async Task<string> PragmaAsync(ServiceDeskDb db, string pragma)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return $"{await command.ExecuteScalarAsync(Cancel)}";
    }

    private async Task TryToWriteAsync()
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.Options.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.CommandTimeout = 1;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
