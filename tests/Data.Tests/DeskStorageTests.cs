using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Data.Tests.Databases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.Queues;

namespace ServiceDesk.Data.Tests;

public abstract class DeskStorageTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_IsRead_AsStored()
    {
        Person person = await database.AddPersonAsync("Müller-Lüdenscheidt, Ärne 😀");
        await using ServiceDeskDb db = database.Open();

        Person read = await db.People.SingleAsync(p => p.Id == person.Id, Cancel);

        Records.Whole(read).ShouldBe(Records.Whole(person));
        read.KnownSince.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("zberg", 2)]
    [InlineData("ZBERG, A", 2)]
    [InlineData("Zberg, Änne", 1)]
    [InlineData("zmue", 2)]
    [InlineData("Zmül", 2)]
    [InlineData("zb%", 2)]
    [InlineData("zbergmann", 0)]
    public async Task NameKey_FindsThePerson_ByTheBeginningOfTheName(string typed, int found)
    {
        await AddNamesAsync("Zberg, Anna", "ZBERG, ÄNNE", "Zmüller, Ute", "Zmueller, Uwe");
        string key = Person.KeyOf(typed);
        await using ServiceDeskDb db = database.Open();

        (await db.People.CountAsync(p => p.NameKey.StartsWith(key), Cancel)).ShouldBe(found);
    }

    [Fact]
    public async Task NameKey_SortsAlike_OnBothProviders()
    {
        await AddNamesAsync("Yz", "Y z", "Yäa", "Yab", "y 9", "Yß", "YA");
        await using ServiceDeskDb db = database.Open();

        string[] sorted = await db.People.Where(p => p.NameKey.StartsWith("y")).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => p.Name).ToArrayAsync(Cancel);

        sorted.ShouldBe(["y 9", "Y z", "YA", "Yäa", "Yab", "Yß", "Yz"]);
    }

    [Fact]
    public async Task Queue_KeepsItsMembers_WhenTheyComeAndGo()
    {
        DeskUser anna = await database.AddUserAsync(), bert = await database.AddUserAsync();
        Queue queue = await database.AddQueueAsync();

        await ChangeAsync(queue.Id, q => { q.Admit(anna.Id); q.Admit(bert.Id); });
        await ChangeAsync(queue.Id, q => { q.Dismiss(anna.Id); q.Admit(bert.Id); });

        await using ServiceDeskDb db = database.Open();
        Queue read = await db.Queues.SingleAsync(q => q.Id == queue.Id, Cancel);
        read.Members.ShouldHaveSingleItem().PersonId.ShouldBe(bert.Id);
        (read.Name, read.Key).ShouldBe((queue.Name, queue.Key));
    }

    [Fact]
    public async Task Membership_GoesWithThePerson_AndTheQueueStays()
    {
        DeskUser anna = await database.AddUserAsync();
        Queue queue = await database.AddQueueAsync();
        await ChangeAsync(queue.Id, q => q.Admit(anna.Id));
        await using ServiceDeskDb db = database.Open();

        await db.Users.Where(u => u.Id == anna.Id).ExecuteDeleteAsync(Cancel);

        (await db.Queues.SingleAsync(q => q.Id == queue.Id, Cancel)).Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task Queue_IsRefused_WhenTheKeyIsTaken()
    {
        Queue queue = await database.AddQueueAsync();

        await Should.ThrowAsync<DbUpdateException>(() => database.SaveAsync(Queue.Create("Another", queue.Key)));
    }

    [Fact]
    public async Task PolicyDocument_IsIntact_WhenItIsReadAgain()
    {
        PolicyDocument document = await database.SaveAsync(PolicyDocument.Publish(PolicyKind.Privacy, Records.Next(), "de", "Über uns", "Fu\u0308r alle\r\n\r\n* „ja“ 😀", Records.Start));
        await using ServiceDeskDb db = database.Open();

        PolicyDocument read = await db.PolicyDocuments.SingleAsync(d => d.Id == document.Id, Cancel);

        read.IsIntact.ShouldBeTrue();
        Records.Whole(read).ShouldBe(Records.Whole(document));
    }

    [Fact]
    [Trait("Abuse", "54")]
    public async Task PolicyDocument_IsNotIntact_WhenItsTextWasChangedInTheDatabase()
    {
        PolicyDocument document = await database.SaveAsync(PolicyDocument.Publish(PolicyKind.Privacy, Records.Next(), "de", "Title", "Text", Records.Start));
        await using ServiceDeskDb db = database.Open();
        await db.PolicyDocuments.Where(d => d.Id == document.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Body, "Other text"), Cancel);

        (await db.PolicyDocuments.SingleAsync(d => d.Id == document.Id, Cancel)).IsIntact.ShouldBeFalse();
    }

    [Fact]
    public async Task PolicyDocument_IsRefused_WhenTheVersionIsTaken()
    {
        PolicyDocument document = await database.SaveAsync(PolicyDocument.Publish(PolicyKind.Purpose, Records.Next(), "de", "Title", "Text", Records.Start));
        await database.SaveAsync(PolicyDocument.Publish(PolicyKind.Purpose, document.Version, "en", "Title", "Text", Records.Start));

        await Should.ThrowAsync<DbUpdateException>(() => database.SaveAsync(PolicyDocument.Publish(PolicyKind.Purpose, document.Version, "de", "Other", "Other", Records.Start)));
    }

    [Fact]
    public async Task CatalogueItemAndUser_AreRead_AsStored()
    {
        CatalogueItem item = await database.SaveAsync(CatalogueItem.Create("VPN client", "Network"));
        DeskUser user = await database.AddUserAsync();
        await using ServiceDeskDb db = database.Open();

        Records.Whole(await db.Catalogue.SingleAsync(i => i.Id == item.Id, Cancel)).ShouldBe(Records.Whole(item));
        Records.Whole(await db.Users.SingleAsync(u => u.Id == user.Id, Cancel)).ShouldBe(Records.Whole(user));
    }

    private async Task AddNamesAsync(params string[] names)
    {
        await using ServiceDeskDb db = database.Open();
        if (await db.People.AnyAsync(p => p.Name == names[0], Cancel)) return;
        foreach (string name in names) await database.AddPersonAsync(name);
    }

    private async Task ChangeAsync(int id, Action<Queue> verb)
    {
        await using ServiceDeskDb db = database.Open();
        verb(await db.Queues.SingleAsync(q => q.Id == id, Cancel));
        await db.SaveChangesAsync(Cancel);
    }
}

public sealed class DeskStorageOnSqlite(SqliteDatabase database) : DeskStorageTests(database), IClassFixture<SqliteDatabase>;

public sealed class DeskStorageOnPostgreSql(PostgreSqlDatabase database) : DeskStorageTests(database), IClassFixture<PostgreSqlDatabase>;
