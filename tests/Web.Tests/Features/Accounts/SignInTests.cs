using System.Net;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class SignInTests(DeskApp desk) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task SignIn_LeadsToTheStart_WhenNameAndPasswordAreRight()
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.SignInAsync("max", DemoPeople.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.LeadsTo.ShouldBe("/");
        visitor.IsSignedIn.ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_LeadsBack_WhenAPageAskedForIt()
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage sentAway = await visitor.GetAsync("/admin/people?x=1");
        sentAway.StatusCode.ShouldBe(HttpStatusCode.Found);
        using HttpResponseMessage answer = await visitor.SignInAsync("jan", DemoPeople.Password, sentAway.Headers.Location!.PathAndQuery);
        answer.LeadsTo.ShouldBe("/admin/people?x=1");
    }

    [Theory]
    [Trait("Abuse", "75")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/x")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_StaysOnTheDesk_WhenTheReturnAddressIsForeign(string target)
    {
        using Visitor visitor = desk.NewVisitor();
        string query = target.StartsWith('%') ? target : Uri.EscapeDataString(target);
        using HttpResponseMessage answer = await visitor.SignInAsync("max", DemoPeople.Password, $"/account/sign-in?returnUrl={query}");
        answer.LeadsTo.ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_SetsACookieThatScriptsAndOtherSitesCannotUse()
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.SignInAsync("max", DemoPeople.Password);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("desk.sign-in=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    [Trait("Abuse", "71")]
    public async Task SignIn_GivesOneAnswer_WhetherThePersonExistsOrNot()
    {
        string unknown = await RefusalAsync("nobody", DemoPeople.Password);
        string wrong = await RefusalAsync("max", "not the password");
        unknown.ShouldBe(wrong.Replace("value=\"max\"", "value=\"nobody\""));
    }

    [Fact]
    [Trait("Abuse", "71")]
    public async Task SignIn_TakesAsLong_WhetherThePersonExistsOrNot()
    {
        await RefusalAsync("nobody", "warm-up");
        TimeSpan unknown = await TimeAsync("nobody");
        TimeSpan wrong = await TimeAsync("max");
        // Both wait for the same moment; without that an unknown name would be ten times faster.
        (unknown / wrong).ShouldBeInRange(0.6, 1.7);
    }

    [Fact]
    public async Task SignIn_IsRefused_WhenTheFormHasNoToken()
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.PostAsync("/account/sign-in", ("_handler", "sign-in"), ("Input.Name", "max"), ("Input.Password", DemoPeople.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.TextAsync()).ShouldContain("no longer valid");
        visitor.IsSignedIn.ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_WorksInGerman()
    {
        using Visitor visitor = desk.NewVisitor("de");
        using HttpResponseMessage page = await visitor.GetAsync("/account/sign-in");
        string html = await page.TextAsync();
        html.ShouldContain("<html lang=\"de\"");
        html.ShouldContain("<h1>Anmelden</h1>");
        html.ShouldNotContain("Sign in");
    }


    private async Task<TimeSpan> TimeAsync(string name)
    {
        long started = TimeProvider.System.GetTimestamp();
        await RefusalAsync(name, "wrong");
        return TimeProvider.System.GetElapsedTime(started);
    }

    private async Task<string> RefusalAsync(string name, string password)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.SignInAsync(name, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        visitor.IsSignedIn.ShouldBeFalse();
        return WithoutTokens(await answer.TextAsync());
    }

    private static string WithoutTokens(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "CfDJ8[\\w+/=-]+", "token");
}
