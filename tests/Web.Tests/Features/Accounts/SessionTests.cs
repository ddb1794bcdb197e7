using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Web.Features.Accounts.People;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

/// <summary>How long a sign-in counts.</summary>
public sealed class SessionTests(DeskApp desk, Browser browser) : IClassFixture<DeskApp>
{
    private OwnScope Scope => desk.Services.GetRequiredService<OwnScope>();

    [Fact]
    [Trait("Abuse", "73")]
    public async Task Cookie_IsWorthNothing_AfterSignOut()
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Jan);
        using Visitor thief = visitor.WithCopiedCookies();
        using HttpResponseMessage page = await visitor.GetAsync("/admin/people");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);

        using HttpResponseMessage answer = await SignOutAsync(visitor);
        answer.LeadsTo.ShouldBe("/account/sign-in?done=signedOut");
        visitor.IsSignedIn.ShouldBeFalse();
        using HttpResponseMessage stolen = await thief.GetAsync("/admin/people");
        stolen.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "78")]
    public async Task SignOut_IsRefused_WhenTheFormHasNoToken()
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        using HttpResponseMessage answer = await visitor.PostAsync("/account/sign-out");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        visitor.IsSignedIn.ShouldBeTrue();
    }

    [Fact]
    public async Task Cookie_IsRenewed_BySigningInAgain()
    {
        using Visitor visitor = desk.NewVisitor();
        await visitor.SignInAsync(DemoPeople.Max);
        string before = visitor.Cookies.Single(cookie => cookie.Name == "desk.sign-in").Value;
        using HttpResponseMessage again = await visitor.WithCopiedCookies().GetAsync("/account/sign-in");
        again.StatusCode.ShouldBe(HttpStatusCode.Found);
        using Visitor second = await desk.NewVisitorAsync(DemoPeople.Max);
        second.Cookies.Single(cookie => cookie.Name == "desk.sign-in").Value.ShouldNotBe(before);
    }

    [Fact]
    public async Task Cookie_EndsAtOnce_WhenRolesChange()
    {
        await using DeskApp own = new();
        await own.InitializeAsync();
        using Visitor visitor = await own.NewVisitorAsync(DemoPeople.Lena);
        await own.Services.GetRequiredService<OwnScope>().RunAsync<SetDeskRoles>(use => use.ExecuteAsync(DemoPeople.Lena.Id, [DeskRoles.Supervisor]));
        using HttpResponseMessage answer = await visitor.GetAsync("/account/password");
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "41")]
    public async Task OpenPage_Ends_WhenItsPersonIsDisabled()
    {
        await using DeskApp own = new() { Settings = { ["Desk:Accounts:CircuitCheckEvery"] = "00:00:00.5" } };
        await own.InitializeAsync();
        await using BrowserPage visitor = await browser.OpenAsync(own);
        Guid second = await AddAdministratorAsync(own, "second");
        await visitor.Page.GotoAsync("/account/sign-in?returnUrl=%2Fadmin%2Fpeople");
        await visitor.Page.Locator("[name='Input.Name']").FillAsync("second");
        await visitor.Page.Locator("[name='Input.Password']").FillAsync(DemoPeople.Password);
        await visitor.Page.Locator("main button").ClickAsync();
        await visitor.LiveAsync();

        await own.Services.GetRequiredService<OwnScope>().RunAsync<SetDeskPersonDisabled>(use => use.ExecuteAsync(second, isDisabled: true));
        await visitor.Page.WaitForURLAsync("**/account/sign-in?returnUrl=*");
        using Visitor again = own.NewVisitor();
        (await again.SignInAsync("second", DemoPeople.Password)).Dispose();
        again.IsSignedIn.ShouldBeFalse();
    }

    [Fact]
    public async Task Disable_IsRefused_WhenNoAdministratorWouldBeLeft()
    {
        Domain.RuleBrokenException broken = await Should.ThrowAsync<Domain.RuleBrokenException>(
            () => Scope.RunAsync<SetDeskPersonDisabled>(use => use.ExecuteAsync(DemoPeople.Jan.Id, isDisabled: true)));
        broken.Rule.ShouldBe("accounts.last-administrator");
        await Should.ThrowAsync<Domain.RuleBrokenException>(() => Scope.RunAsync<SetDeskRoles>(use => use.ExecuteAsync(DemoPeople.Jan.Id, [DeskRoles.Consultant])));
    }

    [Fact]
    public Task Disable_SaysSo_WhenItWasNotSaved() => desk.Services.GetRequiredService<OwnScope>().RunAsync<IServiceProvider>(async services =>
    {
        var users = services.GetRequiredService<UserManager<DeskUser>>();
        (await users.FindByIdAsync(DemoPeople.Lena.Id.ToString())).ShouldNotBeNull();
        await Scope.RunAsync<UserManager<DeskUser>>(async others => // somebody else changes her in between
            (await others.UpdateAsync((await others.FindByIdAsync(DemoPeople.Lena.Id.ToString()))!)).Succeeded.ShouldBeTrue());

        Domain.RuleBrokenException broken = await Should.ThrowAsync<Domain.RuleBrokenException>(
            () => services.GetRequiredService<SetDeskPersonDisabled>().ExecuteAsync(DemoPeople.Lena.Id, isDisabled: true));

        broken.Rule.ShouldBe("accounts.not-saved");
    });

    /// <summary>As the menu does: the token of any page goes with the form.</summary>
    private static Task<HttpResponseMessage> SignOutAsync(Visitor visitor) => visitor.SubmitToAsync("/account/password", "/account/sign-out");

    private static Task<Guid> AddAdministratorAsync(DeskApp desk, string name) => desk.Services.GetRequiredService<OwnScope>().RunAsync<UserManager<DeskUser>, Guid>(async users =>
    {
        DeskUser user = new() { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name, Initials = "X" };
        (await users.CreateAsync(user, DemoPeople.Password)).Succeeded.ShouldBeTrue();
        await users.AddToRoleAsync(user, DeskRoles.Administrator);
        return user.Id;
    });
}
