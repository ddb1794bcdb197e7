using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Tests.Databases;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data.Tests;

/// <summary>The lists that people wait for are read from an index, in its order: nothing is sorted, nothing is scanned.</summary>
public sealed class QueryPlanTests(SqliteDatabase sqlite, PostgreSqlDatabase postgreSql) : IClassFixture<SqliteDatabase>, IClassFixture<PostgreSqlDatabase>
{
    private static readonly Guid Somebody = Guid.Parse("a0000000-0000-0000-0000-00000000000a");
    private static readonly TicketState[] Open = [.. Enum.GetValues<TicketState>().Where(state => state.IsOpen())];
    private static readonly string From = Person.KeyOf("berg"), Until = From + '\uffff';

    [Theory]
    [InlineData("all", "IX_Tickets_UpdatedAt_Id")]
    [InlineData("state", "IX_Tickets_State_UpdatedAt_Id")]
    [InlineData("queue", "IX_Tickets_QueueId_State_UpdatedAt_Id")]
    [InlineData("owner", "IX_Tickets_OwnerId_State")]
    [InlineData("caller", "IX_Tickets_CallerId_State")]
    [InlineData("timeline", "IX_Timeline_TicketId_Id")]
    [InlineData("number", "IX_People_PhoneDigits")]
    [InlineData("name", "IX_People_NameKey_Id")]
    [InlineData("channel", "IX_RemoteSessions_ChannelHash")]
    [InlineData("sessions of a ticket", "IX_RemoteSessions_TicketId_RequestedAt")]
    [InlineData("all sessions", "IX_RemoteSessions_RequestedAt_Id")]
    public async Task List_IsReadInTheOrderOfItsIndex_OnBothProviders(string list, string index)
    {
        string onSqlite = await PlanAsync(sqlite, "EXPLAIN QUERY PLAN ", list);
        onSqlite.ShouldContain(index);
        onSqlite.ShouldNotContain("TEMP B-TREE");
        onSqlite.ShouldNotMatch(@"SCAN \w+\s*$");

        string onPostgreSql = await PlanAsync(postgreSql, "SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN ", list);
        onPostgreSql.ShouldContain("using \"IX_"); // which one, PostgreSQL decides by statistics, and here are no rows
        onPostgreSql.ShouldNotContain("Sort");
    }

    [Fact]
    public async Task OwnTickets_AreFoundByTheirOwner_SoThatOnlyTheyAreSorted() =>
        (await PlanAsync(sqlite, "EXPLAIN QUERY PLAN ", "mine")).ShouldContain("IX_Tickets_OwnerId_State (OwnerId=? AND State=?)");

    [Fact]
    public async Task TeamTickets_AreFoundAmongTheOpenOnes_SoThatTheManyClosedAreNotRead() =>
        (await PlanAsync(sqlite, "EXPLAIN QUERY PLAN ", "team")).ShouldContain("(State=? AND UpdatedAt<?)");

    private static IQueryable List(ServiceDeskDb db, string list) => list switch
    {
        "all" => Page(db.Tickets),
        "state" => Page(db.Tickets.Where(t => t.State == TicketState.Solved)),
        "queue" => Page(db.Tickets.Where(t => t.QueueId == 1 && t.State == TicketState.InWork)),
        "owner" => db.Tickets.Where(t => t.OwnerId == Somebody && t.State == TicketState.InWork),
        "mine" => Page(db.Tickets.Where(t => t.OwnerId == Somebody && Open.Contains(t.State))),
        "team" => Page(db.Tickets.Where(t => db.Queues.Any(q => q.Id == t.QueueId && q.Members.Any(m => m.PersonId == Somebody)) && Open.Contains(t.State))),
        "caller" => db.Tickets.Where(t => t.CallerId == 1 && t.State == TicketState.InWork),
        "timeline" => db.Timeline.Where(e => e.TicketId == 1).OrderByDescending(e => e.Id),
        "number" => db.People.Where(p => p.PhoneDigits == "+498912345"),
        "name" => db.People.Where(p => string.Compare(p.NameKey, From) >= 0 && string.Compare(p.NameKey, Until) < 0).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(10),
        "channel" => db.RemoteSessions.Where(s => s.ChannelHash == new byte[32]),
        "sessions of a ticket" => db.RemoteSessions.Where(s => s.TicketId == 1).OrderByDescending(s => s.RequestedAt),
        "all sessions" => db.RemoteSessions.Where(s => s.RequestedAt >= Records.Start && s.RequestedAt < Records.Minute(60))
            .OrderByDescending(s => s.RequestedAt).ThenByDescending(s => s.Id).Take(50),
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Unknown list."),
    };

    /// <summary>A page in the form that both providers read from the index: the bound on the time stands alone.</summary>
    private static IQueryable<Ticket> Page(IQueryable<Ticket> tickets) => tickets
        .Where(t => t.UpdatedAt <= Records.Start && (t.UpdatedAt < Records.Start || t.Id < 4711))
        .OrderByDescending(t => t.UpdatedAt).ThenByDescending(t => t.Id).Take(50);

    private static async Task<string> PlanAsync(TestDatabase database, string explain, string list)
    {
        await using ServiceDeskDb db = database.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using DbCommand command = List(db, list).CreateDbCommand();
        command.CommandText = explain + command.CommandText;
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = new StringBuilder();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.AppendLine(reader.GetString(reader.FieldCount - 1));
        return plan.ToString();
    }
}
