using Microsoft.Playwright;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Tickets;

/// <summary>Title, choices and the two dialogs of a ticket, in a real browser.</summary>
public sealed class TicketHeadTests(PageDesk desk, Browser browser) : IClassFixture<PageDesk>
{
    [Fact]
    public async Task Choice_IsSavedAtOnce_AndKeepsTheFocus()
    {
        TicketNumber number = await desk.OpenTicketAsync("Chooses");
        await using BrowserPage max = await AtAsync(number);

        await max.Page.Locator("#priority").FocusAsync();
        await max.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(max.Page.Locator(".timeline-item.change")).ToContainTextAsync("High");
        await Assertions.Expect(max.Page.Locator("#priority")).ToHaveValueAsync("High");
        await Assertions.Expect(max.Page.Locator("#priority")).ToBeFocusedAsync();
        (await desk.FindAsync(number)).Priority.ShouldBe(TicketPriority.High);
    }

    [Fact]
    public async Task Choice_ReturnsToWhatIsStored_AndSaysWhy_WhenTheDatabaseRefuses()
    {
        TicketNumber number = await desk.OpenTicketAsync("Cannot choose");
        await using BrowserPage max = await AtAsync(number);
        await using (await desk.RefuseWritesAsync("Tickets"))
        {
            await max.Page.Locator("#priority").FocusAsync();
            await max.Page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(Refusal(max)).ToContainTextAsync("Not saved");
            await Assertions.Expect(max.Page.Locator("#priority")).ToHaveValueAsync("Normal");
            await Assertions.Expect(max.Page.Locator("#priority")).ToBeFocusedAsync();
            await max.ShouldBeAccessibleAsync();
        }

        await max.Page.Locator("#priority").SelectOptionAsync("Urgent");
        await Assertions.Expect(Refusal(max)).ToHaveCountAsync(0);
        await Assertions.Expect(max.Page.Locator("#priority")).ToHaveValueAsync("Urgent");
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Owner_ReturnsToWhatIsStored_AndSaysWhy_WhenARuleRefuses()
    {
        TicketNumber number = await desk.OpenTicketAsync("Owner is gone");
        await using BrowserPage max = await AtAsync(number);
        await using (await desk.OutOfQueueAsync(DemoPeople.Sabine.Id, "mail")) // after the list of owners was drawn
        {
            await max.Page.Locator("#owner").SelectOptionAsync(new SelectOptionValue { Label = DemoPeople.Sabine.DisplayName });

            await Assertions.Expect(Refusal(max)).ToHaveTextAsync("This person is no longer here.");
            await Assertions.Expect(max.Page.Locator("#owner")).ToHaveValueAsync(DemoPeople.Max.Id.ToString());
        }
    }

    [Fact]
    public async Task Title_TakesTheFocus_AndEscapeGivesItBack()
    {
        TicketNumber number = await desk.OpenTicketAsync("First title");
        await using BrowserPage max = await AtAsync(number);
        ILocator edit = max.Page.GetByRole(AriaRole.Button, new() { Name = "Change the title" });

        await edit.PressAsync("Enter");
        await Assertions.Expect(max.Page.Locator("#new-title")).ToBeFocusedAsync();
        await max.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(edit).ToBeFocusedAsync();

        await edit.PressAsync("Enter");
        await max.Page.Locator("#new-title").FillAsync("");
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Refusal(max)).ToContainTextAsync("what it is about");
        await max.Page.Locator("#new-title").FillAsync("Second title");
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(max.Page.Locator("h1")).ToContainTextAsync("Second title");
    }

    [Fact]
    public async Task Merge_NamesTheTicket_KeepsWhatWasTypedWhenRefused_AndThenMerges()
    {
        TicketNumber target = await desk.OpenTicketAsync("Stays"), number = await desk.OpenTicketAsync("Goes");
        await using BrowserPage max = await AtAsync(number);
        await max.Page.Locator("#state").SelectOptionAsync("Merged");
        ILocator dialog = max.Page.GetByRole(AriaRole.Dialog, new() { Name = $"Merge {number} into another ticket" });
        await Assertions.Expect(dialog).ToHaveAttributeAsync("aria-modal", "true");
        await Assertions.Expect(max.Page.Locator("#merge-number")).ToBeFocusedAsync();
        await max.ShouldBeAccessibleAsync();

        await max.Page.Keyboard.TypeAsync("K9-000");
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such ticket");
        await Assertions.Expect(max.Page.Locator("#merge-number")).ToHaveValueAsync("K9-000");
        (await desk.FindAsync(number)).State.ShouldBe(TicketState.New);

        await max.Page.Locator("#merge-number").FillAsync(target.ToString());
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await max.Page.GetByText($"Merged into {target}").WaitForAsync();
        (await desk.FindAsync(number)).MergedInto.ShouldBe(target);
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Merge_ChangesNothing_AndShowsTheStoredState_WhenEscapeIsPressed()
    {
        TicketNumber number = await desk.OpenTicketAsync("Stays open");
        await using BrowserPage max = await AtAsync(number);
        await max.Page.Locator("#state").FocusAsync();
        await max.Page.Keyboard.PressAsync("End"); // the last of the list: merged
        await Assertions.Expect(max.Page.Locator("#merge-number")).ToBeFocusedAsync();

        await max.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(max.Page.Locator("#state")).ToHaveValueAsync("New");
        await Assertions.Expect(max.Page.Locator("#state")).ToBeFocusedAsync();
        (await desk.FindAsync(number)).State.ShouldBe(TicketState.New);
    }

    [Fact]
    public async Task Dialog_HoldsTheFocus_AndTheNoteBehindItHearsNothing()
    {
        TicketNumber number = await desk.OpenTicketAsync("Trapped");
        await using BrowserPage max = await AtAsync(number);
        await max.Page.Locator("#note").FillAsync("Not to be saved yet");
        await max.Page.Locator("#state").SelectOptionAsync("Merged");
        await Assertions.Expect(max.Page.Locator("#merge-number")).ToBeFocusedAsync();

        foreach (string name in new[] { "Merge", "Cancel" })
        {
            await max.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name })).ToBeFocusedAsync();
        }

        await max.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(max.Page.Locator("#merge-number")).ToBeFocusedAsync();
        await max.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        (await desk.FindAsync(number)).Timeline.ShouldNotContain(entry => entry.Text == "Not to be saved yet");
        await Assertions.Expect(max.Page.Locator("#note")).ToHaveValueAsync("Not to be saved yet");
    }

    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task Callback_KeepsTheWindowWhenRefused_AndThenIsPromised(string language, bool isDark)
    {
        TicketNumber number = await desk.OpenTicketAsync("Calls back");
        var look = new Look(language, isDark);
        await using BrowserPage max = await browser.OpenAsync(desk.App, look);
        await max.SignInAsync(DemoPeople.Max, PageDesk.AddressOf(number));
        await max.Page.Locator("#state").SelectOptionAsync("CallbackPromised");
        ILocator dialog = max.Page.GetByRole(AriaRole.Dialog), from = max.Page.Locator("#callback-from");
        await Assertions.Expect(dialog).ToContainTextAsync("Anna Berg");
        await Assertions.Expect(from).ToBeFocusedAsync();
        await max.ShouldBeAccessibleAsync();
        await Pictures.KeepAsync(max.Page, $"desk-callback-{look.Name}");
        string proposed = await from.InputValueAsync();

        await from.FillAsync("2020-01-01T10:00");
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(from).ToHaveValueAsync("2020-01-01T10:00");

        await from.FillAsync(proposed);
        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(max.Page.Locator("#state")).ToHaveValueAsync("CallbackPromised");
        (await desk.FindAsync(number)).CallbackFrom.ShouldNotBeNull();
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dialog_FollowsTheReadersLightOrDark()
    {
        await using BrowserPage max = await AtAsync(await desk.OpenTicketAsync("Light and dark"));
        await max.Page.Locator("#state").SelectOptionAsync("Merged");
        ILocator dialog = max.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");

        await max.Page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");

        await Assertions.Expect(dialog).ToHaveCSSAsync("background-color", "rgb(24, 33, 36)");
        await Assertions.Expect(dialog.Locator("h2")).ToHaveCSSAsync("color", "rgb(231, 238, 237)");
    }

    private async Task<BrowserPage> AtAsync(TicketNumber number)
    {
        BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, PageDesk.AddressOf(number));
        return max;
    }

    private static ILocator Refusal(BrowserPage page) => page.Page.Locator(".ticket-head [role=alert], .ticket-fields [role=alert]");
}
