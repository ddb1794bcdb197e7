using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Data;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Tickets;

/// <summary>A desk of two queues: Max and Lena work the first, only Lena the second.</summary>
public sealed class TicketDesk : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;
    public FakeTimeProvider Time { get; } = new DatedTime(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    public TicketChanges Changes { get; } = new();
    public Guid Max { get; private set; }
    public Guid Lena { get; private set; }
    public int Mail { get; private set; }
    public int Accounts { get; private set; }
    public OpenTicket Open => new(Database, Changes, Time);
    public Turns Turns { get; } = new();
    public ChangeTicket Change => new(Database, Turns, Changes, Time);

    /// <summary>The same on another node, which waits for none of this one's turns.</summary>
    public ChangeTicket ChangeElsewhere => new(Database, new Turns(), Changes, Time);
    public TicketQueries Queries => new(Database, Time);
    public PersonQueries People => new(Database);

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Max = await Database.AddDeskUserAsync("Max Weber");
        Lena = await Database.AddDeskUserAsync("Lena Ott");
        await using ServiceDeskDb db = Database.CreateDbContext();
        var mail = Queue.Create("Mail", "mail");
        mail.Admit(Max);
        mail.Admit(Lena);
        var accounts = Queue.Create("Accounts", "accounts");
        accounts.Admit(Lena);
        db.AddRange(mail, accounts);
        await db.SaveChangesAsync();
        (Mail, Accounts) = (mail.Id, accounts.Id);
    }

    public async Task<TicketNumber> OpenAsync(string title, string caller = "Anna Berg", string? phone = null, Guid? by = null, int? queue = null)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return await Open.ExecuteAsync(new PhoneTicketForm(new Caller(null, caller, phone), title, null, queue ?? Mail, TicketPriority.Normal, null), by ?? Max);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

/// <summary>The date is the test's; a pause really passes.</summary>
internal sealed class DatedTime(DateTimeOffset now) : FakeTimeProvider(now)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, dueTime, period);
}
