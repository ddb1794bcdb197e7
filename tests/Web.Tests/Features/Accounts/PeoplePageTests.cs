using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceDesk.Data;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class PeoplePageTests(DeskApp desk, Browser browser) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task NewPerson_ComesInByTheLinkThatThePageShows()
    {
        await using BrowserPage administrator = await AtPeopleAsync();
        string address = await AddAsync(administrator.Page, "Tom Tester", "tom");
        await administrator.ShouldBeAccessibleAsync();

        await using BrowserPage person = await browser.OpenAsync(desk);
        await person.Page.GotoAsync(address);
        await person.ShouldBeAccessibleAsync();
        await person.Page.Locator("[name='Input.Password']").FillAsync("a phrase of my own");
        await person.Page.Locator("[name='Input.Repeated']").FillAsync("a phrase of my own");
        await person.Page.Locator("main button").ClickAsync();
        await person.Page.GetByText("Your password is set").WaitForAsync();
        (await administrator.Page.Locator("tr", new() { HasText = "Tom Tester" }).InnerTextAsync()).ShouldContain("no password yet");
        await administrator.GotoLiveAsync("/admin/people");
        (await administrator.Page.Locator("tr", new() { HasText = "Tom Tester" }).InnerTextAsync()).ShouldContain("can sign in");
        administrator.Problems.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Abuse", "79")]
    [InlineData("<img src=x onerror=alert(1)>", "xss1")]
    [InlineData("{{7*7}} @(1+1) {0}", "xss2")]
    public async Task Name_IsTextOnly(string name, string signInName)
    {
        await using BrowserPage administrator = await AtPeopleAsync();
        await AddAsync(administrator.Page, name, signInName);
        await administrator.Page.Locator("strong").GetByText(name, new() { Exact = true }).WaitForAsync();
        administrator.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_SaysWhatIsWrong_AndKeepsWhatWasTyped()
    {
        await using BrowserPage administrator = await AtPeopleAsync();
        await FillAsync(administrator.Page, "Max the Second", "max");
        await administrator.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("max is taken");
        (await administrator.Page.Locator("form.panel input").First.InputValueAsync()).ShouldBe("Max the Second");
    }

    [Fact]
    public async Task Add_KeepsWhatWasTyped_WhenTheDatabaseRefuses()
    {
        await using ServiceDeskDb db = await desk.Services.GetRequiredService<IDbContextFactory<ServiceDeskDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using BrowserPage administrator = await AtPeopleAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER broken BEFORE INSERT ON AspNetUsers BEGIN SELECT RAISE(ABORT, 'disk full'); END", TestContext.Current.CancellationToken);
        await FillAsync(administrator.Page, "Rita Refused", "rita");
        await administrator.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was changed");
        (await administrator.Page.Locator("form.panel input").First.InputValueAsync()).ShouldBe("Rita Refused");
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER broken", TestContext.Current.CancellationToken);
        await administrator.Page.Keyboard.PressAsync("Control+Enter");
        await administrator.Page.Locator("tr", new() { HasText = "rita" }).WaitForAsync();
    }

    [Fact]
    public async Task Disable_AsksFirst_AndCanBeUndone()
    {
        await using BrowserPage administrator = await AtPeopleAsync();
        ILocator lena = administrator.Page.Locator("tr", new() { HasText = "lena" });
        await lena.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await administrator.ShouldBeAccessibleAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Dialog, new() { Name = "Disable Lena Ott?" })).ToBeVisibleAsync();
        await Assertions.Expect(administrator.Page.GetByTestId("confirm-no")).ToBeFocusedAsync();
        await administrator.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(lena.GetByRole(AriaRole.Button, new() { Name = "Disable" })).ToBeFocusedAsync();
        await Assertions.Expect(lena.Locator(".chip")).ToContainTextAsync("can sign in");

        await administrator.Page.Keyboard.PressAsync("Enter");
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Disable Lena Ott" }).ClickAsync();
        await Assertions.Expect(lena.Locator(".chip")).ToContainTextAsync("disabled");
        await administrator.ShouldBeAccessibleAsync();
        await administrator.Page.Locator(".mud-snackbar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(lena.Locator(".chip")).ToContainTextAsync("can sign in");
        administrator.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Roles_CannotAllBeTakenAway()
    {
        await using BrowserPage administrator = await AtPeopleAsync();
        ILocator sabine = administrator.Page.Locator("tr", new() { HasText = "sabine" });
        await sabine.GetByRole(AriaRole.Button, new() { Name = "Roles" }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Supervisor" }).UncheckAsync();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("at least one role");
        await Assertions.Expect(sabine).ToContainTextAsync("Supervisor");
    }

    private async Task<BrowserPage> AtPeopleAsync()
    {
        BrowserPage administrator = await browser.OpenAsync(desk);
        await administrator.SignInAsync(DemoPeople.Jan, "/admin/people");
        return administrator;
    }

    private static async Task<string> AddAsync(IPage page, string displayName, string name)
    {
        await FillAsync(page, displayName, name);
        await page.Keyboard.PressAsync("Control+Enter");
        return await page.Locator(".link").InputValueAsync();
    }

    private static async Task FillAsync(IPage page, string displayName, string name)
    {
        await page.Keyboard.PressAsync("n");
        await page.Locator("form.panel input").First.FillAsync(displayName);
        await page.Locator("form.panel input").Nth(1).FillAsync(name);
    }
}
