using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Data.Tests.Databases;

namespace ServiceDesk.Data.Tests;

public abstract class MigrationTests(TestDatabase database)
{
    [Fact]
    public void Migrations_AreComplete_WhenComparedWithTheModel()
    {
        using ServiceDeskDb db = database.Open();

        db.Database.HasPendingModelChanges().ShouldBeFalse("The model changed since its last migration: eng/migrate NAME");
    }

    [Fact]
    public async Task MigrateServiceDesk_AppliesAll_AndAgainChangesNothing()
    {
        await using ServiceDeskDb db = database.Open();

        await db.MigrateServiceDeskAsync(TestContext.Current.CancellationToken);

        (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBe(db.Database.GetMigrations());
    }

    [Fact]
    public async Task MigrateServiceDesk_Succeeds_WhenTwoNodesStartAtOnce()
    {
        DatabaseOptions empty = await database.CreateEmptyAsync();
        await using ServiceDeskDb one = TestDatabase.Open(empty), other = TestDatabase.Open(empty);

        await Task.WhenAll(one.MigrateServiceDeskAsync(TestContext.Current.CancellationToken), other.MigrateServiceDeskAsync(TestContext.Current.CancellationToken));

        (await one.People.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task MigrateServiceDesk_MakesThePasskeyTable_WhenTheApplicationSaysNothingOfIdentity()
    {
        var services = new ServiceCollection();
        services.AddServiceDeskData(await database.CreateEmptyAsync());
        await using ServiceProvider application = services.BuildServiceProvider();

        await application.MigrateServiceDeskAsync(TestContext.Current.CancellationToken);

        await using ServiceDeskDb db = application.GetRequiredService<IDbContextFactory<ServiceDeskDb>>().CreateDbContext();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Set<IdentityUserPasskey<Guid>>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Passkey_IsRead_AsItWasStored()
    {
        DeskUser user = await database.AddUserAsync();
        byte[] credential = [.. Enumerable.Range(0, 40).Select(i => (byte)i)];
        await database.SaveAsync(new IdentityUserPasskey<Guid>
        {
            UserId = user.Id,
            CredentialId = credential,
            Data = new IdentityPasskeyData { Name = "Key ring", PublicKey = [1, 2], SignCount = 7, CreatedAt = Records.Start, AttestationObject = [3], ClientDataJson = [4] },
        });

        await using ServiceDeskDb db = database.Open();
        IdentityUserPasskey<Guid> read = await db.Set<IdentityUserPasskey<Guid>>().SingleAsync(passkey => passkey.UserId == user.Id, TestContext.Current.CancellationToken);

        read.CredentialId.ShouldBe(credential);
        (read.Data.Name, read.Data.SignCount).ShouldBe(("Key ring", 7u));
    }

    [Fact]
    public void Context_RefusesToWork_WhenItWouldKnowNoPasskeys()
    {
        using var db = new ServiceDeskDb(new DbContextOptionsBuilder<ServiceDeskDb>().UseSqlite("Data Source=:memory:").Options);

        Should.Throw<InvalidOperationException>(() => db.Model).Message.ShouldContain(nameof(DataRegistration.UseServiceDesk));
    }
}

public sealed class MigrationTestsOnSqlite(SqliteDatabase database) : MigrationTests(database), IClassFixture<SqliteDatabase>;

public sealed class MigrationTestsOnPostgreSql(PostgreSqlDatabase database) : MigrationTests(database), IClassFixture<PostgreSqlDatabase>;
