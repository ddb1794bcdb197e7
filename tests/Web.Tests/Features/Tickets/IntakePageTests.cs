using Microsoft.Playwright;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Tickets;

/// <summary>Taking a call by keyboard alone, and what the page keeps when it goes wrong, in a real browser.</summary>
public sealed class IntakePageTests(PageDesk desk, Browser browser) : IClassFixture<PageDesk>
{
    [Fact]
    public async Task Keyboard_GoesFromTheCallerToTheTicket_InTheOrderOfTheCall()
    {
        await using BrowserPage max = await AtIntakeAsync();
        await Assertions.Expect(max.Page.Locator("#caller")).ToBeFocusedAsync();
        await max.Page.Keyboard.TypeAsync("Somebody New");
        await Assertions.Expect(max.Page.Locator("#caller-name")).ToHaveValueAsync("Somebody New");

        foreach (string next in new[] { "caller-name", "caller-phone", "caller-mail", "title", "words", "queue", "priority", "catalogue" })
        {
            await max.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(max.Page.Locator($"#{next}")).ToBeFocusedAsync();
        }

        await max.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(max.Page.GetByTestId("save-ticket")).ToBeFocusedAsync();
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Focus_IsNotFetchedBack_FromSomebodyWhoTypesAsSoonAsThePageTakesIt()
    {
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.AddInitScriptAsync("""
            new MutationObserver((_, watch) => {
              const title = document.querySelector("main:not([inert]) #title");
              if (title === null) return;
              watch.disconnect();
              title.focus();
            }).observe(document, { childList: true, attributes: true, subtree: true });
            """);

        await max.Page.ReloadAsync();
        await Assertions.Expect(max.Page.Locator("#title")).ToBeFocusedAsync();
        await max.Page.Keyboard.TypeAsync("Printer on fire");
        await max.Page.Keyboard.PressAsync("Control+Enter"); // the server answers, so all it had to say before was said

        await Assertions.Expect(max.Page.Locator("#caller")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(max.Page.Locator("#title")).ToHaveValueAsync("Printer on fire");
    }

    [Fact]
    public async Task KnownCaller_IsChosenByKeyboard_AndTheNextQuestionHasTheFocus()
    {
        await desk.OpenTicketAsync("Earlier call", caller: "Wanda Zander");
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.Keyboard.TypeAsync("Wanda");
        await Assertions.Expect(Found(max)).ToHaveCountAsync(1);
        await max.ShouldBeAccessibleAsync();
        await max.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(max.Page.Locator("#title")).ToBeFocusedAsync();
        await Assertions.Expect(max.Page.Locator("aside")).ToContainTextAsync("Earlier call");
        await max.Page.GetByRole(AriaRole.Button, new() { Name = "Somebody else" }).PressAsync("Enter");
        await Assertions.Expect(max.Page.Locator("#caller")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task KnownCaller_IsChosenByMouse()
    {
        await desk.OpenTicketAsync("Earlier call", caller: "Mia Maus");
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.Keyboard.TypeAsync("Mia M");

        await Found(max).ClickAsync();

        await Assertions.Expect(max.Page.Locator(".caller-chosen")).ToContainTextAsync("Mia Maus");
    }

    [Fact]
    public async Task List_IsGone_WhenTheFieldIsLeft()
    {
        await desk.OpenTicketAsync("Earlier call", caller: "Tabea Tab");
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.Keyboard.TypeAsync("Tabea");
        await Assertions.Expect(Found(max)).ToHaveCountAsync(1);

        await max.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(Found(max)).ToHaveCountAsync(0);
        await Assertions.Expect(max.Page.Locator("#caller-name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task CallersNumberAndMail_Stay_WhenTheNameIsCorrected()
    {
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.Locator("#caller").PressSequentiallyAsync("Ana Corr");
        await max.Page.Locator("#caller-phone").FillAsync("089 4711");
        await max.Page.Locator("#caller-mail").FillAsync("ana@example.org");

        await TypeOnAsync(max, "ected");

        await Assertions.Expect(max.Page.Locator("#caller-name")).ToHaveValueAsync("Ana Corrected");
        await Assertions.Expect(max.Page.Locator("#caller-phone")).ToHaveValueAsync("089 4711");
        await Assertions.Expect(max.Page.Locator("#caller-mail")).ToHaveValueAsync("ana@example.org");
    }

    [Fact]
    public async Task CallersName_Stays_WhenTheNumberIsCorrected()
    {
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.Locator("#caller").PressSequentiallyAsync("089 47");
        await max.Page.Locator("#caller-name").FillAsync("Ben Number");

        await TypeOnAsync(max, "11");

        await Assertions.Expect(max.Page.Locator("#caller-phone")).ToHaveValueAsync("089 4711");
        await Assertions.Expect(max.Page.Locator("#caller-name")).ToHaveValueAsync("Ben Number");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refusal_KeepsEverythingTyped_AndNothingIsStored(bool byDatabase)
    {
        await using BrowserPage max = await AtIntakeAsync();
        string mail = byDatabase ? "kim@example.org" : "no mail address";
        await max.Page.Locator("#caller").PressSequentiallyAsync("Kim Kept");
        await max.Page.Locator("#caller-phone").FillAsync("089 1234");
        await max.Page.Locator("#caller-mail").FillAsync(mail);
        await max.Page.Locator("#title").FillAsync("Long story");
        await max.Page.Locator("#words").FillAsync("Line one\nLine two");
        await max.Page.Locator("#queue").SelectOptionAsync(new SelectOptionValue { Label = "E-Mail" });
        await max.Page.Locator("#priority").SelectOptionAsync("High");
        await max.Page.Locator("#catalogue").SelectOptionAsync(new SelectOptionValue { Label = "Virenschutz" });
        await max.Page.Locator("#words").FocusAsync();

        IAsyncDisposable? broken = byDatabase ? await desk.RefuseWritesAsync("Tickets") : null;
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(max.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(byDatabase ? "What you typed is still here" : "not a mail address");
        await Assertions.Expect(max.Page.Locator("#caller")).ToHaveValueAsync("Kim Kept");
        await Assertions.Expect(max.Page.Locator("#caller-name")).ToHaveValueAsync("Kim Kept");
        await Assertions.Expect(max.Page.Locator("#caller-phone")).ToHaveValueAsync("089 1234");
        await Assertions.Expect(max.Page.Locator("#caller-mail")).ToHaveValueAsync(mail);
        await Assertions.Expect(max.Page.Locator("#title")).ToHaveValueAsync("Long story");
        await Assertions.Expect(max.Page.Locator("#words")).ToHaveValueAsync("Line one\nLine two");
        await Assertions.Expect(max.Page.Locator("#queue option:checked")).ToHaveTextAsync("E-Mail");
        await Assertions.Expect(max.Page.Locator("#priority")).ToHaveValueAsync("High");
        await Assertions.Expect(max.Page.Locator("#catalogue option:checked")).ToHaveTextAsync("Virenschutz");
        await Assertions.Expect(max.Page.GetByTestId("save-ticket")).ToBeFocusedAsync();
        await max.ShouldBeAccessibleAsync();
        if (broken is not null) await broken.DisposeAsync();

        await max.Page.Locator("#caller-mail").FillAsync("kim@example.org");
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(max.Page.Locator("h1")).ToContainTextAsync("Long story");
        TicketNumber.TryParse(max.Page.Url.Split('/')[^1], out TicketNumber number).ShouldBeTrue();
        (await desk.FindAsync(number)).Caller.AllTickets.ShouldBe(1);
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Enter_SavesNothing_WhileTheCallerIsStillTalking()
    {
        await using BrowserPage max = await AtIntakeAsync();
        await max.Page.Locator("#caller").PressSequentiallyAsync("Early Enter");
        await max.Page.Locator("#title").FillAsync("Not yet");

        await max.Page.Locator("#title").PressAsync("Enter");
        await max.Page.Keyboard.TypeAsync(" finished");

        await Assertions.Expect(max.Page.Locator("#title")).ToHaveValueAsync("Not yet finished");
        new Uri(max.Page.Url).AbsolutePath.ShouldBe("/tickets/new");
    }

    private static ILocator Found(BrowserPage page) => page.Page.Locator("#callers").GetByRole(AriaRole.Option);

    private static async Task TypeOnAsync(BrowserPage page, string text)
    {
        await page.Page.Locator("#caller").PressAsync("End");
        await page.Page.Keyboard.TypeAsync(text);
    }

    private async Task<BrowserPage> AtIntakeAsync()
    {
        BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, "/tickets/new");
        await Assertions.Expect(max.Page.Locator("#caller")).ToBeFocusedAsync();
        return max;
    }
}
