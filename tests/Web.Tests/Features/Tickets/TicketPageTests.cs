using Microsoft.Playwright;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Tickets;

/// <summary>The ticket page with its note box, in a real browser.</summary>
public sealed class TicketPageTests(PageDesk desk, Browser browser) : IClassFixture<PageDesk>
{
    [Fact]
    public async Task Note_IsSavedByCtrlEnter_AndTheFocusStays()
    {
        TicketNumber number = await desk.OpenTicketAsync("Saves a note");
        await using BrowserPage max = await AtAsync(number);

        await max.Page.Keyboard.PressAsync("e");
        await max.Page.Keyboard.TypeAsync("Rebooted, works");
        await max.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(Timeline(max, "Rebooted, works")).ToBeVisibleAsync();
        await Assertions.Expect(Note(max)).ToHaveValueAsync("");
        await Assertions.Expect(max.Page.Locator(".note-box button")).ToBeFocusedAsync();
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task CtrlEnter_GoesToTheFormThatHasTheFocus_WhenSeveralAreOpen()
    {
        TicketNumber number = await desk.OpenTicketAsync("Two forms");
        await using BrowserPage max = await AtAsync(number);
        await max.Page.GetByRole(AriaRole.Button, new() { Name = "Change the title" }).ClickAsync();
        await max.Page.Locator("#new-title").FillAsync("Half a new title");

        await Note(max).FillAsync("A note meanwhile");
        await max.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(Timeline(max, "A note meanwhile")).ToBeVisibleAsync();
        await Assertions.Expect(max.Page.Locator("#new-title")).ToHaveValueAsync("Half a new title");
        (await desk.FindAsync(number)).Title.ShouldBe("Two forms");
        await max.Page.Locator("#new-title").PressAsync("Control+Enter");
        await Assertions.Expect(max.Page.Locator("h1")).ToContainTextAsync("Half a new title");
    }

    [Fact]
    public async Task Note_IsNotCarriedToAnotherTicket_WhenThePageGoesThere()
    {
        TicketNumber other = await desk.OpenTicketAsync("Goes there", caller: "Nora Both");
        long caller = (await desk.FindAsync(other)).Caller.Id;
        TicketNumber number = await desk.Get<OpenTicket>().ExecuteAsync(
            new PhoneTicketForm(new Caller(caller), "Starts here", null, (await desk.FindAsync(other)).QueueId, TicketPriority.Normal, null), DemoPeople.Max.Id, PageDesk.Cancel);
        await using BrowserPage max = await AtAsync(number);
        await Note(max).FillAsync("Only about the first");

        await max.Page.Locator(".ticket-side a", new() { HasText = other.ToString() }).ClickAsync();
        await Assertions.Expect(max.Page.Locator("h1")).ToContainTextAsync("Goes there");

        await Assertions.Expect(Note(max)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Note_StaysInTheBox_WhenTheDatabaseRefuses()
    {
        TicketNumber number = await desk.OpenTicketAsync("Refuses a note");
        await using BrowserPage max = await AtAsync(number);
        await using (await desk.RefuseWritesAsync("Timeline"))
        {
            await Note(max).FillAsync("Ten lines of work");
            await max.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(max.Page.Locator(".note-box [role=alert]")).ToContainTextAsync("What you typed is still here");
            await Assertions.Expect(Note(max)).ToHaveValueAsync("Ten lines of work");
        }

        await max.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Timeline(max, "Ten lines of work")).ToBeVisibleAsync();
        await Assertions.Expect(max.Page.Locator(".note-box [role=alert]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task EmptyNote_IsRefused_BesideTheBox()
    {
        await using BrowserPage max = await AtAsync(await desk.OpenTicketAsync("Nothing to say"));

        await Note(max).FocusAsync();
        await max.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(max.Page.Locator(".note-box [role=alert]")).ToHaveTextAsync("Please write something first.");
    }

    [Fact]
    public async Task ColleaguesChange_Appears_AndTakesNoKeystroke()
    {
        TicketNumber number = await desk.OpenTicketAsync("Two at once");
        await using BrowserPage max = await AtAsync(number);
        await Note(max).FocusAsync();
        await max.Page.Keyboard.TypeAsync("Half a sen");

        await desk.Get<ChangeTicket>().ChangePriorityAsync(number.Id, TicketPriority.Urgent, DemoPeople.Lena.Id, PageDesk.Cancel);
        await desk.Get<ChangeTicket>().AddNoteAsync(number.Id, "Lena was here", DemoPeople.Lena.Id, PageDesk.Cancel);

        await Assertions.Expect(Timeline(max, "Lena was here")).ToBeVisibleAsync();
        await Assertions.Expect(max.Page.Locator("#priority")).ToHaveValueAsync("Urgent");
        await max.Page.Keyboard.TypeAsync("tence");
        await Assertions.Expect(Note(max)).ToHaveValueAsync("Half a sentence");
        await max.GotoLiveAsync(PageDesk.AddressOf(number));
        await Assertions.Expect(max.Page.Locator("#priority")).ToHaveValueAsync("Urgent");
    }

    [Fact]
    public async Task HandOver_SaysWhereTheTicketWent_WhenTheQueueIsNotOnesOwn()
    {
        TicketNumber number = await desk.OpenTicketAsync("Not ours");
        await using BrowserPage max = await AtAsync(number);

        await max.Page.Locator("#queue").SelectOptionAsync(new SelectOptionValue { Label = PageDesk.Foreign });

        await Assertions.Expect(max.Page).ToHaveURLAsync("/queues");
        await Assertions.Expect(max.Page.Locator(".mud-snackbar")).ToContainTextAsync($"{number} is handed over");
        await max.ShouldBeAccessibleAsync();
        (await desk.FindAsync(number)).Queue.ShouldBe(PageDesk.Foreign);
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task OthersTicket_IsNotThere()
    {
        TicketNumber number = await desk.OpenTicketAsync("Was ours");
        await using BrowserPage max = await AtAsync(number);

        await desk.Get<ChangeTicket>().MoveToQueueAsync(number.Id, await desk.ForeignQueueAsync(), DemoPeople.Lena.Id, PageDesk.Cancel);

        await Assertions.Expect(max.Page.Locator("h1")).ToHaveTextAsync("There is no such ticket.");
    }

    private async Task<BrowserPage> AtAsync(TicketNumber number)
    {
        BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, PageDesk.AddressOf(number));
        return max;
    }

    private static ILocator Note(BrowserPage page) => page.Page.Locator("#note");

    private static ILocator Timeline(BrowserPage page, string words) => page.Page.Locator(".timeline .words", new() { HasText = words });
}
