using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Data.Tests.Databases;

/// <summary>Records that tests start from. Each call makes new ones, so that tests of a class do not meet.</summary>
internal static class Records
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static int _last;

    public static DateTime Minute(int minutes) => Start.AddMinutes(minutes);

    public static int Next() => Interlocked.Increment(ref _last);

    /// <summary>Everything that can be read from a record, as text: two records that read alike are alike.</summary>
    public static string Whole(object record) => JsonSerializer.Serialize(record);

    public static Task<DeskUser> AddUserAsync(this TestDatabase database)
    {
        string name = $"user{Next()}";
        return database.SaveAsync(new DeskUser { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name, DisplayName = "Anna Berg", Initials = "AB" });
    }

    public static Task<Person> AddPersonAsync(this TestDatabase database, string name = "Ott, Paul") =>
        database.SaveAsync(Person.Register(name, "+49 89 12345", "paul.ott@example.org", Start));

    public static Task<Queue> AddQueueAsync(this TestDatabase database) => database.SaveAsync(Queue.Create("Network", $"queue-{Next()}"));

    public static async Task<Ticket> AddTicketAsync(this TestDatabase database, Guid? owner = null, DateTime? at = null, long? caller = null, int? queue = null)
    {
        Guid consultant = owner ?? (await database.AddUserAsync()).Id;
        long person = caller ?? (await database.AddPersonAsync()).Id;
        int place = queue ?? (await database.AddQueueAsync()).Id;
        return await database.SaveAsync(Ticket.Open(new PhoneIntake(person, "VPN breaks", "It breaks.", place, TicketPriority.Normal, null), consultant, at ?? Start));
    }

    /// <summary>The three texts in a version of their own.</summary>
    public static async Task<PolicyDocument[]> AddDocumentsAsync(this TestDatabase database)
    {
        int version = Next();
        PolicyDocument[] documents = [.. Enum.GetValues<PolicyKind>().Select(kind => PolicyDocument.Publish(kind, version, "de", $"{kind}", $"Für alle gilt {version}.", Start))];
        foreach (PolicyDocument document in documents) await database.SaveAsync(document);
        return documents;
    }

    public static RemoteSession Session(Ticket ticket) =>
        RemoteSession.Request(Guid.CreateVersion7(), ticket.Id, ticket.OwnerId!.Value, RandomNumberGenerator.GetBytes(32), Start);

    /// <summary>A session with everything a session can have, stored as it went.</summary>
    public static async Task<RemoteSession> AddActiveSessionAsync(this TestDatabase database, Ticket ticket)
    {
        PolicyDocument[] documents = await database.AddDocumentsAsync();
        RemoteSession session = Session(ticket);
        session.OpenPage(Minute(1));
        session.Accept(documents, documents, Enum.GetValues<PolicyKind>().ToHashSet(), Minute(1), Minute(2));
        session.Join(documents, "0.1.0", Minute(3));
        session.NoteWrongNumber(Minute(4));
        session.Verify(Minute(4));
        session.RecordGrants(Grant.View, Grant.Control, Minute(4));
        session.LoseLine(Minute(5));
        session.StillRuns(123_456_789_012, Minute(5));
        return await database.SaveAsync(session);
    }

    public static Task<Ticket> FindTicketAsync(this ServiceDeskDb db, long id) => db.Tickets.Include(t => t.Timeline.OrderBy(e => e.Id)).SingleAsync(t => t.Id == id);

    public static Task<RemoteSession> FindSessionAsync(this ServiceDeskDb db, Guid id) =>
        db.RemoteSessions.Include(s => s.Acceptances.OrderBy(a => a.Id)).Include(s => s.GrantChanges.OrderBy(c => c.Id))
            .Include(s => s.Events.OrderBy(e => e.Id)).SingleAsync(s => s.Id == id);
}
