using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class SignInPageTests(DeskApp desk, Browser browser) : IClassFixture<DeskApp>
{
    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task SignInPage_IsAccessible(string language, bool isDark)
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look(language, isDark));
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.ShouldBeAccessibleAsync();
        visitor.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task SignIn_WorksWithoutScripts()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look(HasScripts: false));
        await visitor.Page.GotoAsync("/admin/people");
        await visitor.Page.Locator("[name='Input.Name']").FillAsync("jan");
        await visitor.Page.Locator("[name='Input.Password']").FillAsync(DemoPeople.Password);
        await visitor.Page.Locator("main button").ClickAsync();
        // The heading, not the address: the load event may be over before one can wait for it.
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "People" }).WaitForAsync();
    }
}
