using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Data.Tests.Databases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data.Tests;

public abstract class TicketStorageTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ticket_IsRead_AsItWasStored()
    {
        Ticket other = await database.AddTicketAsync();
        CatalogueItem item = await database.SaveAsync(CatalogueItem.Create("VPN client", "Network"));
        Ticket ticket = await database.AddTicketAsync();
        await ChangeAsync(ticket.Id, t =>
        {
            t.AddNote("Ärger mit 😀\nzweite Zeile", t.OwnerId!.Value, Records.Minute(1));
            t.ChangeCatalogueItem(null, new Named($"{item.Id}", "VPN client"), t.OwnerId!.Value, Records.Minute(2));
            t.ChangePriority(TicketPriority.Urgent, t.OwnerId!.Value, Records.Minute(3));
            t.MoveTo(TicketState.Solved, t.OwnerId!.Value, Records.Minute(4));
            t.MoveTo(TicketState.InWork, null, Records.Minute(5));
        });
        string whole;
        await using (ServiceDeskDb db = database.Open())
        {
            Ticket changed = await db.FindTicketAsync(ticket.Id);
            changed.MergeInto(await db.FindTicketAsync(other.Id), changed.OwnerId!.Value, Records.Minute(6));
            await db.SaveChangesAsync(Cancel);
            whole = Records.Whole(changed);
        }

        await using ServiceDeskDb again = database.Open();
        Ticket read = await again.FindTicketAsync(ticket.Id);

        Records.Whole(read).ShouldBe(whole);
        read.MergedIntoId.ShouldBe(other.Id);
        read.Timeline.Count.ShouldBe(7);
        read.Version.ShouldBe(7);
    }

    [Fact]
    public async Task Callback_IsStoredReplacedAndLifted_WithItsTicket()
    {
        Ticket ticket = await database.AddTicketAsync();

        await ChangeAsync(ticket.Id, t => t.PromiseCallback(new CallbackPromise(Records.Minute(60), Records.Minute(90)), t.OwnerId!.Value, Records.Minute(1)));
        (await ReadAsync(ticket.Id)).Callback.ShouldBe(new CallbackPromise(Records.Minute(60), Records.Minute(90)));

        await ChangeAsync(ticket.Id, t => t.PromiseCallback(new CallbackPromise(Records.Minute(60), Records.Minute(120)), t.OwnerId!.Value, Records.Minute(2)));
        (await ReadAsync(ticket.Id)).Callback.ShouldBe(new CallbackPromise(Records.Minute(60), Records.Minute(120)));

        await ChangeAsync(ticket.Id, t => t.MoveTo(TicketState.InWork, t.OwnerId, Records.Minute(3)));
        (await ReadAsync(ticket.Id)).Callback.ShouldBeNull();
    }

    [Fact]
    public async Task Timeline_Grows_WhenTheTicketWasLoadedWithoutIt()
    {
        Ticket ticket = await database.AddTicketAsync();

        await using (ServiceDeskDb db = database.Open())
        {
            Ticket bare = await db.Tickets.SingleAsync(t => t.Id == ticket.Id, Cancel);
            bare.AddNote("one", bare.OwnerId!.Value, Records.Minute(1));
            bare.AddNote("two", bare.OwnerId!.Value, Records.Minute(1));
            await db.SaveChangesAsync(Cancel);
        }

        (await ReadAsync(ticket.Id)).Timeline.Select(entry => entry.Text).ShouldBe(["It breaks.", "one", "two"]);
    }

    [Fact]
    public async Task Timeline_KeepsItsOrder_WhenManyEntriesAreSavedAtOnce()
    {
        Ticket ticket = await database.AddTicketAsync();
        string[] words = [.. Enumerable.Range(0, 200).Select(i => $"note {i}")];

        await ChangeAsync(ticket.Id, t =>
        {
            foreach (string word in words) t.AddNote(word, t.OwnerId!.Value, Records.Minute(1));
        });

        (await ReadAsync(ticket.Id)).Timeline.Skip(1).Select(entry => entry.Text).ShouldBe(words);
    }

    [Fact]
    public async Task Text_IsStoredWhole_WhenItFillsTheField()
    {
        Ticket ticket = await database.AddTicketAsync();
        string words = string.Concat(Enumerable.Repeat("ü😀\n", Ticket.WordsLength / 4)) + "end.";
        words = words[^Ticket.WordsLength..];

        await ChangeAsync(ticket.Id, t => t.AddNote(words, t.OwnerId!.Value, Records.Minute(1)));

        (await ReadAsync(ticket.Id)).Timeline[^1].Text.ShouldBe(words.Trim());
    }

    [Fact]
    public async Task Times_AreUtc_WhenTheyAreRead()
    {
        Ticket read = await ReadAsync((await database.AddTicketAsync()).Id);

        read.OpenedAt.ShouldBe(Records.Start);
        read.OpenedAt.Kind.ShouldBe(DateTimeKind.Utc);
        read.Timeline[0].At.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task Times_AreRefused_WhenTheyAreNotUtc(DateTimeKind kind)
    {
        await using ServiceDeskDb db = database.Open();
        db.Add(Person.Register("Anna", null, null, DateTime.SpecifyKind(Records.Start, kind)));

        Exception refused = await Should.ThrowAsync<Exception>(() => db.SaveChangesAsync(Cancel));

        refused.GetBaseException().ShouldBeOfType<ArgumentException>();
    }

    [Fact]
    [Trait("Abuse", "44")]
    public async Task Save_IsRefused_WhenSomebodyElseSavedFirst()
    {
        Ticket ticket = await database.AddTicketAsync();
        await using ServiceDeskDb one = database.Open(), other = database.Open();
        Ticket mine = await one.FindTicketAsync(ticket.Id), theirs = await other.FindTicketAsync(ticket.Id);
        mine.Rename("Mine", mine.OwnerId!.Value, Records.Minute(1));
        theirs.AddNote("Theirs", theirs.OwnerId!.Value, Records.Minute(1));
        await one.SaveChangesAsync(Cancel);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancel));

        Ticket read = await ReadAsync(ticket.Id);
        read.Title.ShouldBe("Mine");
        read.Timeline.Select(entry => entry.Kind).ShouldBe([TimelineKind.Call, TimelineKind.Change]);
    }

    [Fact]
    public async Task Save_LosesNothing_WhenTwentyWriteAtOnceAndTryAgain()
    {
        Ticket ticket = await database.AddTicketAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => NoteUntilSavedAsync(ticket.Id, $"note {i}"))));

        Ticket read = await ReadAsync(ticket.Id);
        read.Timeline.Count.ShouldBe(21);
        read.Version.ShouldBe(21);
    }

    [Theory]
    [InlineData("caller")]
    [InlineData("queue")]
    [InlineData("owner")]
    [InlineData("merged")]
    public async Task Delete_IsRefused_WhenATicketNeedsIt(string needed)
    {
        Ticket ticket = await database.AddTicketAsync(), target = await database.AddTicketAsync();
        await using ServiceDeskDb db = database.Open();
        (await db.FindTicketAsync(ticket.Id)).MergeInto(await db.FindTicketAsync(target.Id), ticket.OwnerId!.Value, Records.Minute(1));
        await db.SaveChangesAsync(Cancel);

        Task<int> Delete() => needed switch
        {
            "caller" => db.Set<Person>().Where(p => p.Id == ticket.CallerId).ExecuteDeleteAsync(Cancel),
            "queue" => db.Set<Queue>().Where(q => q.Id == ticket.QueueId).ExecuteDeleteAsync(Cancel),
            "owner" => db.Set<DeskUser>().Where(u => u.Id == ticket.OwnerId).ExecuteDeleteAsync(Cancel),
            _ => db.Tickets.Where(t => t.Id == target.Id).ExecuteDeleteAsync(Cancel),
        };

        await Should.ThrowAsync<System.Data.Common.DbException>(Delete);
    }

    [Fact]
    public async Task Delete_TakesTimelineAndSessionsAlong_WhenATicketGoes()
    {
        Ticket ticket = await database.AddTicketAsync(), other = await database.AddTicketAsync();
        foreach (Ticket one in (Ticket[])[ticket, other])
        {
            RemoteSession session = await database.AddActiveSessionAsync(one);
            await ChangeAsync(one.Id, t => t.NoteSession(session.Id, t.OwnerId!.Value, Records.Minute(1)));
        }

        await using ServiceDeskDb db = database.Open();
        (await db.Tickets.Where(t => t.Id == ticket.Id).ExecuteDeleteAsync(Cancel)).ShouldBe(1);

        (await db.Timeline.CountAsync(e => e.TicketId == ticket.Id, Cancel)).ShouldBe(0);
        (await db.RemoteSessions.CountAsync(s => s.TicketId == ticket.Id, Cancel)).ShouldBe(0);
        (await db.Acceptances.CountAsync(a => !db.RemoteSessions.Any(s => s.Id == a.SessionId), Cancel)).ShouldBe(0);
        (await db.Set<GrantChange>().CountAsync(c => !db.RemoteSessions.Any(s => s.Id == EF.Property<Guid>(c, "SessionId")), Cancel)).ShouldBe(0);
        (await db.RemoteSessions.CountAsync(s => s.TicketId == other.Id, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Timeline_IsRefused_WhenItNamesASessionThatIsNotThere()
    {
        Ticket ticket = await database.AddTicketAsync();

        await Should.ThrowAsync<DbUpdateException>(() => ChangeAsync(ticket.Id, t => t.NoteSession(Guid.CreateVersion7(), t.OwnerId!.Value, Records.Minute(1))));
    }

    [Fact]
    public async Task Pages_MeetEachTicketOnce_WhenReadByKeyset()
    {
        int queue = (await database.AddQueueAsync()).Id;
        for (int i = 0; i < 23; i++) await database.AddTicketAsync(queue: queue, at: Records.Minute(i / 4)); // many at the same moment
        await using ServiceDeskDb db = database.Open();
        var met = new List<long>();
        (DateTime At, long Id) after = (DateTime.MaxValue.AddYears(-1), long.MaxValue);
        after.At = DateTime.SpecifyKind(after.At, DateTimeKind.Utc);

        while (true)
        {
            Ticket[] page = await db.Tickets.AsNoTracking()
                .Where(t => t.QueueId == queue && t.UpdatedAt <= after.At && (t.UpdatedAt < after.At || t.Id < after.Id))
                .OrderByDescending(t => t.UpdatedAt).ThenByDescending(t => t.Id).Take(5).ToArrayAsync(Cancel);
            if (page.Length == 0) break;
            met.AddRange(page.Select(t => t.Id));
            after = (page[^1].UpdatedAt, page[^1].Id);
        }

        met.Count.ShouldBe(23);
        met.ShouldBeUnique();
        met.ShouldBe(met.OrderDescending());
    }

    private async Task<Ticket> ReadAsync(long id)
    {
        await using ServiceDeskDb db = database.Open();
        return await db.FindTicketAsync(id);
    }

    private async Task ChangeAsync(long id, Action<Ticket> verb)
    {
        await using ServiceDeskDb db = database.Open();
        verb(await db.FindTicketAsync(id));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task NoteUntilSavedAsync(long id, string words)
    {
        while (true)
        {
            try
            {
                await ChangeAsync(id, t => t.AddNote(words, t.OwnerId!.Value, Records.Minute(1)));
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else was first.
            }
        }
    }
}

public sealed class TicketStorageOnSqlite(SqliteDatabase database) : TicketStorageTests(database), IClassFixture<SqliteDatabase>;

public sealed class TicketStorageOnPostgreSql(PostgreSqlDatabase database) : TicketStorageTests(database), IClassFixture<PostgreSqlDatabase>;
