using Microsoft.Playwright;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Components;

/// <summary>The shell round every desk page, seen on the people page.</summary>
public sealed class ShellTests(DeskApp desk, Browser browser) : IClassFixture<DeskApp>
{
    private const string Page = "/admin/people";

    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task Shell_IsAccessible(string language, bool isDark)
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look(language, isDark));
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.Locator(".avatar").ClickAsync();
        await visitor.ShouldBeAccessibleAsync();
        visitor.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("light", false, "rgb(17, 24, 26)")]
    [InlineData("dark", true, "rgb(250, 251, 251)")]
    public async Task Scheme_IsThePersonsChoice_FromTheFirstByteOn(string system, bool isDark, string chosen)
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look(IsDark: isDark));
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        string before = await BackgroundAsync(visitor);
        await visitor.Page.Locator(".avatar").ClickAsync();
        ILocator choice = visitor.Page.Locator($"[data-theme-choice='{(system is "light" ? "dark" : "light")}']");
        await choice.ClickAsync();
        (await choice.GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await BackgroundAsync(visitor)).ShouldBe(chosen);

        IResponse? next = await visitor.Page.GotoAsync(Page);
        (await next!.TextAsync()).ShouldContain($"data-theme=\"{(system is "light" ? "dark" : "light")}\"");
        await visitor.LiveAsync();
        await visitor.Page.Locator(".avatar").ClickAsync();
        await visitor.Page.Locator("[data-theme-choice='system']").ClickAsync();
        (await BackgroundAsync(visitor)).ShouldBe(before);
    }

    [Fact]
    public async Task Language_ChangesOnTheSamePage()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk);
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.Locator(".avatar").ClickAsync();
        await visitor.Page.Locator("#user-menu").GetByText("Deutsch").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Personen" }).WaitForAsync();
        await visitor.LiveAsync();
        new Uri(visitor.Page.Url).AbsolutePath.ShouldBe(Page);
        (await visitor.Page.Locator("body").InnerTextAsync()).ShouldNotContain("People");
    }

    [Fact]
    public async Task Keys_PressWhatTheyAreWrittenOn()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk);
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.Keyboard.PressAsync("n");
        ILocator name = visitor.Page.Locator("form.panel input").First;
        await Assertions.Expect(name).ToBeFocusedAsync();

        await visitor.Page.Keyboard.TypeAsync("n?c");
        (await name.InputValueAsync()).ShouldBe("n?c");
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visitor.Page.Locator("form.panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_AreListed_AndCanBeSwitchedOff()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk);
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.Keyboard.PressAsync("?");
        ILocator dialog = visitor.Page.Locator("#keys");
        (await dialog.InnerTextAsync()).ShouldContain("Add a person");
        await visitor.ShouldBeAccessibleAsync();
        await dialog.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await visitor.Page.Keyboard.PressAsync("n");
        await visitor.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("form.panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SkipLink_LeadsToTheContent()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk);
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.Locator(".skip").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task SignOut_IsInTheMenu()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk);
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.Locator(".avatar").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visitor.Page.GetByText("You are signed out").WaitForAsync();
    }

    [Fact]
    public async Task Reconnection_SaysWhatHappened_WithoutEnglishInGerman()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look("de"));
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.EvaluateAsync("document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'failed' } }))");
        ILocator dialog = visitor.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(dialog.GetByText("Der Desk antwortet nicht")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Noch einmal versuchen" })).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task LostPage_IsNotLoadedAgain_OverWhatSomebodyTyped()
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk);
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        await visitor.Page.Keyboard.PressAsync("n");
        await visitor.Page.Locator("form.panel input").First.FillAsync("typed and not yet saved");
        await visitor.Page.EvaluateAsync("document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }))");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alertdialog).GetByText("Copy what you typed")).ToBeVisibleAsync();
        (await visitor.Page.Locator("form.panel input").First.InputValueAsync()).ShouldBe("typed and not yet saved");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Shell_FitsAPhone(int width)
    {
        await using BrowserPage visitor = await browser.OpenAsync(desk, new Look("de", Width: width));
        await visitor.SignInAsync(DemoPeople.Jan, Page);
        (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    private static Task<string> BackgroundAsync(BrowserPage visitor) => visitor.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
