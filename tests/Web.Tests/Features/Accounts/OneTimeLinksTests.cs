using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Data;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

[Trait("Abuse", "74")]
public sealed class OneTimeLinksTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private OneTimeLinks _links = null!;
    private Guid _person;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _links = new OneTimeLinks(_database, _time);
        _person = await _database.AddDeskUserAsync("lena");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Link_WorksOnce()
    {
        string token = await _links.IssueAsync(_person, Cancel);
        (await _links.FindAsync(token, Cancel)).ShouldBe(_person);
        (await _links.TryUseAsync(token, Cancel)).ShouldBeTrue();
        (await _links.TryUseAsync(token, Cancel)).ShouldBeFalse();
        (await _links.FindAsync(token, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Link_WorksForOneOfMany_WhenAllUseItAtOnce()
    {
        string token = await _links.IssueAsync(_person, Cancel);
        bool[] used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _links.TryUseAsync(token, Cancel)));
        used.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task Link_IsClosed_AfterADay()
    {
        string token = await _links.IssueAsync(_person, Cancel);
        _time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        (await _links.FindAsync(token, Cancel)).ShouldBeNull();
        (await _links.TryUseAsync(token, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Link_IsClosed_WhenANewerOneIsIssued()
    {
        string older = await _links.IssueAsync(_person, Cancel);
        string newer = await _links.IssueAsync(_person, Cancel);
        (await _links.FindAsync(older, Cancel)).ShouldBeNull();
        (await _links.FindAsync(newer, Cancel)).ShouldBe(_person);
    }

    [Fact]
    public async Task Link_IsClosed_WhenThePersonIsDisabled()
    {
        string token = await _links.IssueAsync(_person, Cancel);
        await using ServiceDeskDb db = _database.CreateDbContext();
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Cancel);
        (await _links.FindAsync(token, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Link_IsStoredAsAHashOnly()
    {
        string token = await _links.IssueAsync(_person, Cancel);
        await using ServiceDeskDb db = _database.CreateDbContext();
        string stored = (await db.UserTokens.SingleAsync(Cancel)).Value!;
        stored.ShouldNotContain(token);
        stored.ShouldNotContain(token[22..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%%%AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_IsClosed_WhenTheTokenIsNoneOfOurs(string token)
    {
        await _links.IssueAsync(_person, Cancel);
        (await _links.FindAsync(token, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Link_IsClosed_WhenOneBitDiffers()
    {
        string token = await _links.IssueAsync(_person, Cancel);
        string other = token[..40] + (token[40] == 'A' ? 'B' : 'A') + token[41..];
        (await _links.FindAsync(other, Cancel)).ShouldBeNull();
    }
}
