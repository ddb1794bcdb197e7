using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Data;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

[Trait("Abuse", "41")]
public sealed class CurrentStampsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_IsFalseWithinAMinute_WhenAnotherNodeDisabledThePerson()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        FakeTimeProvider time = new();
        CurrentStamps stamps = new(database, Options.Create(new IdentityOptions()), time);
        Guid id = await database.AddDeskUserAsync("max");
        await SetAsync(database, id, "one", isDisabled: false);
        ClaimsPrincipal person = Signed(id, "one");
        (await stamps.CountsAsync(person, Cancel)).ShouldBeTrue();

        await SetAsync(database, id, "one", isDisabled: true);
        time.Advance(TimeSpan.FromSeconds(61));
        (await stamps.CountsAsync(person, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Counts_IsFalseAtOnce_WhenThisNodeChangedTheStamp()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        CurrentStamps stamps = new(database, Options.Create(new IdentityOptions()), new FakeTimeProvider());
        Guid id = await database.AddDeskUserAsync("max");
        await SetAsync(database, id, "one", isDisabled: false);
        (await stamps.CountsAsync(Signed(id, "one"), Cancel)).ShouldBeTrue();

        await SetAsync(database, id, "two", isDisabled: false);
        stamps.Forget(id);
        (await stamps.CountsAsync(Signed(id, "one"), Cancel)).ShouldBeFalse();
        (await stamps.CountsAsync(Signed(id, "two"), Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Counts_IsFalse_WhenThePersonIsUnknownOrHasNoStamp()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        CurrentStamps stamps = new(database, Options.Create(new IdentityOptions()), new FakeTimeProvider());
        (await stamps.CountsAsync(Signed(Guid.NewGuid(), "one"), Cancel)).ShouldBeFalse();
        (await stamps.CountsAsync(new ClaimsPrincipal(new ClaimsIdentity()), Cancel)).ShouldBeFalse();
    }

    private static ClaimsPrincipal Signed(Guid id, string stamp)
    {
        ClaimsIdentityOptions types = new();
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(types.UserIdClaimType, id.ToString()), new Claim(types.SecurityStampClaimType, stamp)], "test"));
    }

    private static async Task SetAsync(TestDatabase database, Guid id, string stamp, bool isDisabled)
    {
        await using ServiceDeskDb db = database.CreateDbContext();
        await db.Users.Where(user => user.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, stamp).SetProperty(user => user.IsDisabled, isDisabled), Cancel);
    }
}
