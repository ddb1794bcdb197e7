using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Data.Tests.Databases;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data.Tests;

public abstract class RemoteSessionStorageTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_IsRead_AsItWasStored()
    {
        RemoteSession session = await database.AddActiveSessionAsync(await database.AddTicketAsync());
        string whole = Records.Whole(session);

        RemoteSession read = await ReadAsync(session.Id);

        Records.Whole(read).ShouldBe(whole);
        read.Acceptances.Count.ShouldBe(3);
        read.GrantChanges.Select(change => change.Decision).ShouldBe([GrantDecision.Given, GrantDecision.Declined]);
        read.Events.Select(e => e.Kind).ShouldBe([SessionEventKind.NumberWrong, SessionEventKind.Verified, SessionEventKind.LineLost]);
        (read.VerifiedAt, read.LineLostAt).ShouldBe((Records.Minute(4), Records.Minute(5)));
        read.BytesCarried.ShouldBe(123_456_789_012);
        read.RequestedAt.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Session_IsRead_AsItEnded()
    {
        RemoteSession session = await database.AddActiveSessionAsync(await database.AddTicketAsync());
        string whole;
        await using (ServiceDeskDb db = database.Open())
        {
            RemoteSession stored = await db.FindSessionAsync(session.Id);
            stored.Finish(SessionEnd.CustomerEnded, Records.Minute(9));
            stored.ForgetChannel();
            await db.SaveChangesAsync(Cancel);
            whole = Records.Whole(stored);
        }

        RemoteSession read = await ReadAsync(session.Id);

        Records.Whole(read).ShouldBe(whole);
        read.ChannelHash.ShouldBeNull();
        read.HeldFor(Grant.View, Records.Minute(60)).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task HeldFor_AddsUpAlike_WhenGrantsChangedAtTheSameMomentAndWereStored()
    {
        RemoteSession session = await database.AddActiveSessionAsync(await database.AddTicketAsync());
        await using (ServiceDeskDb db = database.Open())
        {
            RemoteSession stored = await db.FindSessionAsync(session.Id);
            stored.RecordGrants(Grant.View | Grant.Control, Grant.None, Records.Minute(6));
            await db.SaveChangesAsync(Cancel);
            stored.RecordGrants(Grant.View, Grant.None, Records.Minute(6));
            stored.HeldFor(Grant.Control, Records.Minute(60)).ShouldBe(TimeSpan.Zero);
            await db.SaveChangesAsync(Cancel);
        }

        await using ServiceDeskDb again = database.Open();
        RemoteSession read = await again.RemoteSessions.Include(s => s.GrantChanges.OrderByDescending(c => c.Id)).SingleAsync(s => s.Id == session.Id, Cancel);

        read.HeldFor(Grant.Control, Records.Minute(60)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    [Trait("Abuse", "42")]
    public async Task Request_SucceedsOnce_WhenTwoAskForTheSameTicketAtOnce()
    {
        Ticket ticket = await database.AddTicketAsync();

        bool[] saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TrySaveAsync(Records.Session(ticket)))));

        saved.Count(success => success).ShouldBe(1);
        await using ServiceDeskDb db = database.Open();
        (await db.RemoteSessions.CountAsync(s => s.TicketId == ticket.Id, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Request_SucceedsAgain_WhenTheFirstHasEnded()
    {
        Ticket ticket = await database.AddTicketAsync();
        foreach (int _ in Enumerable.Range(0, 3))
        {
            RemoteSession session = await database.SaveAsync(Records.Session(ticket));
            await FinishAsync(session.Id, SessionEnd.ConsultantEnded);
        }

        (await TrySaveAsync(Records.Session(ticket))).ShouldBeTrue();
        (await TrySaveAsync(Records.Session(ticket))).ShouldBeFalse();
    }

    [Fact]
    public async Task Request_IsRefused_WhenTheChannelIsInUse()
    {
        Ticket ticket = await database.AddTicketAsync(), other = await database.AddTicketAsync();
        RemoteSession first = await database.SaveAsync(Records.Session(ticket));
        RemoteSession second = RemoteSession.Request(Guid.CreateVersion7(), other.Id, other.OwnerId!.Value, first.ChannelHash!, Records.Start);

        (await TrySaveAsync(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task Channel_IsForgotten_ForAnyNumberOfSessions()
    {
        for (int i = 0; i < 2; i++)
        {
            RemoteSession session = await database.SaveAsync(Records.Session(await database.AddTicketAsync()));
            await using ServiceDeskDb db = database.Open();
            RemoteSession stored = await db.FindSessionAsync(session.Id);
            stored.Finish(SessionEnd.ConsultantEnded, Records.Minute(1));
            stored.ForgetChannel();
            await db.SaveChangesAsync(Cancel);
        }
    }

    [Fact]
    [Trait("Abuse", "33")]
    public async Task Finish_KeepsTheFirstReason_WhenTwoEndItAtOnce()
    {
        RemoteSession session = await database.AddActiveSessionAsync(await database.AddTicketAsync());
        await using ServiceDeskDb one = database.Open(), other = database.Open();
        RemoteSession first = await one.FindSessionAsync(session.Id), second = await other.FindSessionAsync(session.Id);
        first.Finish(SessionEnd.CustomerEnded, Records.Minute(9)).ShouldBeTrue();
        second.Finish(SessionEnd.ConsultantEnded, Records.Minute(9)).ShouldBeTrue();
        await one.SaveChangesAsync(Cancel);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancel));

        RemoteSession read = await ReadAsync(session.Id);
        read.End.ShouldBe(SessionEnd.CustomerEnded);
        read.GrantChanges.Count(change => change.Decision == GrantDecision.Withdrawn).ShouldBe(1);
    }

    [Fact]
    public async Task Finish_IsRefused_WhenTheAgentJoinedMeanwhile()
    {
        PolicyDocument[] documents = await database.AddDocumentsAsync();
        RemoteSession session = Records.Session(await database.AddTicketAsync());
        session.OpenPage(Records.Minute(1));
        session.Accept(documents, documents, Enum.GetValues<PolicyKind>().ToHashSet(), Records.Minute(1), Records.Minute(2));
        await database.SaveAsync(session);
        await using ServiceDeskDb agent = database.Open(), cleaner = database.Open();
        (await agent.FindSessionAsync(session.Id)).Join(documents, "0.1.0", Records.Minute(11));
        (await cleaner.FindSessionAsync(session.Id)).Finish(SessionEnd.Expired, Records.Minute(12));
        await agent.SaveChangesAsync(Cancel);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => cleaner.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Join_SucceedsOnce_WhenTwoAgentsComeAtOnce()
    {
        PolicyDocument[] documents = await database.AddDocumentsAsync();
        RemoteSession session = Records.Session(await database.AddTicketAsync());
        session.OpenPage(Records.Minute(1));
        session.Accept(documents, documents, Enum.GetValues<PolicyKind>().ToHashSet(), Records.Minute(1), Records.Minute(2));
        await database.SaveAsync(session);
        await using ServiceDeskDb one = database.Open(), other = database.Open();
        (await one.FindSessionAsync(session.Id)).Join(documents, "0.1.0", Records.Minute(3));
        (await other.FindSessionAsync(session.Id)).Join(documents, "0.1.0", Records.Minute(3));
        await one.SaveChangesAsync(Cancel);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Delete_TakesGrantsEventsAndAcceptancesAlong_WhenASessionGoes()
    {
        RemoteSession session = await database.AddActiveSessionAsync(await database.AddTicketAsync());
        await using ServiceDeskDb db = database.Open();

        await db.RemoteSessions.Where(s => s.Id == session.Id).ExecuteDeleteAsync(Cancel);

        (await db.Acceptances.CountAsync(a => a.SessionId == session.Id, Cancel)).ShouldBe(0);
        (await db.Set<GrantChange>().CountAsync(c => EF.Property<Guid>(c, "SessionId") == session.Id, Cancel)).ShouldBe(0);
        (await db.Set<SessionEvent>().CountAsync(e => EF.Property<Guid>(e, "SessionId") == session.Id, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Delete_IsRefused_WhenATextWasAcceptedOrAConsultantLookedOn()
    {
        RemoteSession session = await database.AddActiveSessionAsync(await database.AddTicketAsync());
        int document = session.Acceptances[0].DocumentId;
        await using ServiceDeskDb db = database.Open();

        await Should.ThrowAsync<System.Data.Common.DbException>(() => db.PolicyDocuments.Where(d => d.Id == document).ExecuteDeleteAsync(Cancel));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Set<DeskUser>().Where(u => u.Id == session.ConsultantId).ExecuteDeleteAsync(Cancel));
    }

    private async Task<RemoteSession> ReadAsync(Guid id)
    {
        await using ServiceDeskDb db = database.Open();
        return await db.FindSessionAsync(id);
    }

    private async Task FinishAsync(Guid id, SessionEnd end)
    {
        await using ServiceDeskDb db = database.Open();
        (await db.FindSessionAsync(id)).Finish(end, Records.Minute(1));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<bool> TrySaveAsync(RemoteSession session)
    {
        try
        {
            await database.SaveAsync(session);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}

public sealed class RemoteSessionStorageOnSqlite(SqliteDatabase database) : RemoteSessionStorageTests(database), IClassFixture<SqliteDatabase>;

public sealed class RemoteSessionStorageOnPostgreSql(PostgreSqlDatabase database) : RemoteSessionStorageTests(database), IClassFixture<PostgreSqlDatabase>;
