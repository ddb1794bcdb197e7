using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Data;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Administration;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Tickets;

/// <summary>A whole desk for tests of the ticket pages; <see cref="Foreign"/> is a queue that only Lena works.</summary>
public sealed class PageDesk : IAsyncLifetime
{
    public const string Foreign = "Only Lena's";

    public DeskApp App { get; } = new();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        var queue = Domain.Queues.Queue.Create(Foreign, "foreign");
        queue.Admit(DemoPeople.Lena.Id);
        db.Add(queue);
        await db.SaveChangesAsync();
    }

    /// <summary>A ticket of Max in the queue with this key.</summary>
    public async Task<TicketNumber> OpenTicketAsync(string title, string caller = "Anna Berg", string queue = "mail")
    {
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        int id = await db.Queues.Where(q => q.Key == queue).Select(q => q.Id).SingleAsync(Cancel);
        return await Get<OpenTicket>().ExecuteAsync(new PhoneTicketForm(new Caller(null, caller), title, null, id, TicketPriority.Normal, null), DemoPeople.Max.Id, Cancel);
    }

    public async Task<TicketDetails> FindAsync(TicketNumber number) => (await Get<TicketQueries>().FindAsync(number, DemoPeople.Lena.Id, Cancel)).ShouldNotBeNull();

    public async Task<int> ForeignQueueAsync()
    {
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        return await db.Queues.Where(queue => queue.Key == "foreign").Select(queue => queue.Id).SingleAsync(Cancel);
    }

    public static string AddressOf(TicketNumber number) => $"/tickets/{number}";

    /// <summary>The database refuses to write to this table, as it does when a disk is full, until the answer is disposed.</summary>
    public async Task<IAsyncDisposable> RefuseWritesAsync(string table)
    {
        await ExecuteAsync($"CREATE TRIGGER broken_insert BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        await ExecuteAsync($"CREATE TRIGGER broken_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        return new Afterwards(() => ExecuteAsync("DROP TRIGGER broken_insert; DROP TRIGGER broken_update"));
    }

    /// <summary>Takes somebody out of a queue until the answer is disposed.</summary>
    public async Task<IAsyncDisposable> OutOfQueueAsync(Guid person, string key)
    {
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        int queue = await db.Queues.Where(q => q.Key == key).Select(q => q.Id).SingleAsync(Cancel);
        var members = Get<SetQueueMember>();
        await members.ExecuteAsync(queue, person, isMember: false, Cancel);
        return new Afterwards(() => members.ExecuteAsync(queue, person, isMember: true, CancellationToken.None));
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private Task<ServiceDeskDb> OpenDatabaseAsync() => Get<IDbContextFactory<ServiceDeskDb>>().CreateDbContextAsync(Cancel);

    private async Task ExecuteAsync(string sql)
    {
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    private sealed class Afterwards(Func<Task> act) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await act();
    }
}
