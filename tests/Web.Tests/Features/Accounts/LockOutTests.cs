using System.Net;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

// Desks of its own: a locked person would stand in the way of other tests.
public sealed class LockOutTests
{
    [Fact]
    [Trait("Abuse", "71")]
    public async Task SignIn_IsLocked_AfterFiveWrongPasswords()
    {
        await using DeskApp desk = new();
        await desk.InitializeAsync();
        using Visitor visitor = desk.NewVisitor();
        for (int i = 0; i < 5; i++)
            (await visitor.SignInAsync("lena", "wrong")).Dispose();

        using HttpResponseMessage locked = await visitor.SignInAsync("lena", DemoPeople.Password);
        locked.StatusCode.ShouldBe(HttpStatusCode.OK);
        visitor.IsSignedIn.ShouldBeFalse();
        using HttpResponseMessage other = await visitor.SignInAsync("max", DemoPeople.Password);
        other.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "71")]
    public async Task SignIn_IsThrottled_WhenOneAddressTriesManyNames()
    {
        await using DeskApp desk = new() { Settings = { ["Desk:Accounts:SignInsPerMinute"] = "3" } };
        await desk.InitializeAsync();
        using Visitor visitor = desk.NewVisitor();
        for (int i = 0; i < 3; i++)
            (await visitor.SignInAsync($"name{i}", "wrong")).Dispose();

        using HttpResponseMessage throttled = await visitor.SignInAsync("name4", "wrong");
        throttled.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await throttled.TextAsync()).ShouldContain("Too many tries");
        using HttpResponseMessage page = await visitor.GetAsync("/account/sign-in");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
