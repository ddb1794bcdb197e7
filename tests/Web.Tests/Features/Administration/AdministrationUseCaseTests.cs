using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Administration;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Administration;

public sealed class AdministrationUseCaseTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Guid _max;
    private Guid _jan;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private QueueAdminQueries Queries => new(_database);
    private AddQueue Add => new(_database);
    private SetQueueMember SetMember => new(_database);
    private AddCatalogueItem AddItem => new(_database);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _max = await AddAsync("Max Weber", DeskRoles.Consultant);
        _jan = await AddAsync("Jan Adler", DeskRoles.Administrator);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Member_OpensATicketInTheNewQueue()
    {
        int queue = await Add.ExecuteAsync(" Drucker ", "drucker", Cancel);
        await SetMember.ExecuteAsync(queue, _max, isMember: true, Cancel);
        await SetMember.ExecuteAsync(queue, _max, isMember: true, Cancel);

        QueueAdminRow row = (await Queries.QueuesAsync(Cancel)).ShouldHaveSingleItem();
        (row.Name, row.Key, row.Members.ShouldHaveSingleItem()).ShouldBe(("Drucker", "drucker", _max));
        TicketNumber number = await OpenAsync(queue);
        (await new TicketQueries(_database, TimeProvider.System).FindAsync(number, _max, Cancel)).ShouldNotBeNull().Queue.ShouldBe("Drucker");
    }

    [Fact]
    public async Task Dismissed_OpensNoMoreTickets()
    {
        int queue = await Add.ExecuteAsync("Drucker", "drucker", Cancel);
        await SetMember.ExecuteAsync(queue, _max, isMember: true, Cancel);
        await SetMember.ExecuteAsync(queue, _max, isMember: false, Cancel);

        (await Should.ThrowAsync<RuleBrokenException>(() => OpenAsync(queue))).Rule.ShouldBe("ticket.queue");
    }

    [Fact]
    public async Task SetMember_TakesOnlyPeopleWhoWorkTickets()
    {
        int queue = await Add.ExecuteAsync("Drucker", "drucker", Cancel);
        Guid gone = await AddAsync("Gone Gustav", DeskRoles.Supervisor, isDisabled: true);

        foreach (Guid person in new[] { _jan, gone, Guid.CreateVersion7() })
            (await Should.ThrowAsync<RuleBrokenException>(() => SetMember.ExecuteAsync(queue, person, isMember: true, Cancel))).Rule.ShouldBe("queue.member");
        (await Should.ThrowAsync<RuleBrokenException>(() => SetMember.ExecuteAsync(queue + 1, _max, isMember: true, Cancel))).Rule.ShouldBe("queue.unknown");
        (await Queries.TeamAsync(Cancel)).Select(person => person.Id).ShouldBe([_max]);
    }

    [Theory]
    [InlineData("", "", "queue.name.required")]
    [InlineData("Drucker", "", "queue.key")]
    [InlineData("Drucker", "Drücker", "queue.key")]
    [InlineData("Drucker", "mail", "queue.key.taken")]
    public async Task AddQueue_BreaksRule(string name, string key, string rule)
    {
        await Add.ExecuteAsync("E-Mail", "mail", Cancel);
        (await Should.ThrowAsync<RuleBrokenException>(() => Add.ExecuteAsync(name, key, Cancel))).Rule.ShouldBe(rule);
        (await Queries.QueuesAsync(Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AddQueue_KeepsOne_WhenManyTakeTheKeyAtOnce()
    {
        bool[] added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await Add.ExecuteAsync($"Queue {i}", "same");
                return true;
            }
            catch (Exception refused) when (refused is NotSavedException or RuleBrokenException { Rule: "queue.key.taken" })
            {
                return false;
            }
        })));

        added.Count(done => done).ShouldBe(1);
        (await Queries.QueuesAsync(Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AddCatalogueItem_ListsByCategory_AndRefusesTwins()
    {
        await AddItem.ExecuteAsync("VPN-Client", "Netz", Cancel);
        await AddItem.ExecuteAsync("Postfach", "E-Mail", Cancel);

        (await Queries.CatalogueAsync(Cancel)).Select(item => item.Name).ShouldBe(["Postfach", "VPN-Client"]);
        (await Should.ThrowAsync<RuleBrokenException>(() => AddItem.ExecuteAsync("VPN-Client ", "Netz", Cancel))).Rule.ShouldBe("catalogue.name.taken");
        (await Should.ThrowAsync<RuleBrokenException>(() => AddItem.ExecuteAsync(" ", "Netz", Cancel))).Rule.ShouldBe("catalogue.name.required");
        (await Should.ThrowAsync<RuleBrokenException>(() => AddItem.ExecuteAsync("Virenschutz", " ", Cancel))).Rule.ShouldBe("catalogue.category.required");
    }

    private Task<TicketNumber> OpenAsync(int queue) => new OpenTicket(_database, new TicketChanges(), TimeProvider.System)
        .ExecuteAsync(new PhoneTicketForm(new Caller(null, "Anna Berg"), "Paper jam", null, queue, TicketPriority.Normal, null), _max, Cancel);

    private async Task<Guid> AddAsync(string name, string role, bool isDisabled = false)
    {
        Guid id = await _database.AddDeskUserAsync(name);
        await using ServiceDeskDb db = _database.CreateDbContext();
        var held = new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7(), NormalizedName = role.ToUpperInvariant() };
        db.Add(held);
        db.Add(new IdentityUserRole<Guid> { UserId = id, RoleId = held.Id });
        (await db.Users.FindAsync([id], Cancel)).ShouldNotBeNull().IsDisabled = isDisabled;
        await db.SaveChangesAsync(Cancel);
        return id;
    }
}
