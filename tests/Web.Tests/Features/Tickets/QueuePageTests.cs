using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Tickets;

/// <summary>Lists, filters and pages of the queues, in a real browser.</summary>
public sealed class QueuePageTests(PageDesk desk, Browser browser) : IClassFixture<PageDesk>
{
    [Fact]
    public async Task Filters_StandInTheAddress_AndAreReadBackFromIt()
    {
        TicketNumber mail = await desk.OpenTicketAsync("By mail", caller: "Fritz Filter"), vpn = await desk.OpenTicketAsync("By VPN", caller: "Fritz Filter", queue: "vpn");
        await using BrowserPage max = await AtAsync("/queues/team?text=Fritz");
        ILocator rows = max.Page.Locator(".tickets tbody tr"), queue = max.Page.Locator(".filters select").Nth(0), state = max.Page.Locator(".filters select").Nth(1);
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await queue.SelectOptionAsync("vpn");
        await Assertions.Expect(max.Page).ToHaveURLAsync("/queues/team?queue=vpn&text=Fritz");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows).ToContainTextAsync(vpn.ToString());
        await state.SelectOptionAsync("InWork");
        await Assertions.Expect(max.Page).ToHaveURLAsync("/queues/team?queue=vpn&state=InWork&text=Fritz");
        await max.Page.GetByText("No ticket matches these filters.").WaitForAsync();

        await max.Page.GoBackAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(state).ToHaveValueAsync("");
        await max.GotoLiveAsync("/queues/team?queue=mail&text=Fritz");

        await Assertions.Expect(queue).ToHaveValueAsync("mail");
        await Assertions.Expect(max.Page.Locator("#find")).ToHaveValueAsync("Fritz");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows).ToContainTextAsync(mail.ToString());
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task TypedSearch_IsNotLost_WhenAListIsTouchedFirst()
    {
        await desk.OpenTicketAsync("Searched for", caller: "Ute Suche");
        await using BrowserPage max = await AtAsync("/queues/team");
        await max.Page.Keyboard.PressAsync("/");
        await max.Page.Keyboard.TypeAsync("Ute");
        await Assertions.Expect(max.Page.Locator("#find")).ToHaveValueAsync("Ute");

        await max.Page.Locator(".filters select").Nth(0).FocusAsync();
        await max.Page.Locator(".filters select").Nth(0).SelectOptionAsync("mail");

        await Assertions.Expect(max.Page).ToHaveURLAsync("/queues/team?queue=mail&text=Ute");
        await Assertions.Expect(max.Page.Locator("#find")).ToHaveValueAsync("Ute");
        await Assertions.Expect(max.Page.Locator(".tickets tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Pages_AreReadFromTheServer_AndHaveAnAddress()
    {
        for (int i = 0; i < TicketQueries.PageSize + 3; i++) await desk.OpenTicketAsync($"Paged {i}", caller: "Paula Page");
        await using BrowserPage max = await AtAsync("/queues/team?text=Paged");
        await Assertions.Expect(max.Page.Locator(".tickets tbody tr")).ToHaveCountAsync(TicketQueries.PageSize);

        await max.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(max.Page).ToHaveURLAsync(new Regex("/queues/team\\?text=Paged\\&after="));
        await Assertions.Expect(max.Page.Locator(".tickets tbody tr")).ToHaveCountAsync(3);
        await max.Page.ReloadAsync();
        await max.LiveAsync();
        await Assertions.Expect(max.Page.Locator(".tickets tbody tr")).ToHaveCountAsync(3);
        await max.Page.GetByText("To the newest").ClickAsync();
        await Assertions.Expect(max.Page.Locator(".tickets tbody tr")).ToHaveCountAsync(TicketQueries.PageSize);
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task ColleaguesChange_Appears_AndTakesNoKeystroke()
    {
        TicketNumber number = await desk.OpenTicketAsync("Changes under my eyes", caller: "Lisa Live");
        await using BrowserPage max = await AtAsync("/queues/team?text=Lisa");
        await max.Page.Locator("#find").FocusAsync();
        await max.Page.Locator("#find").PressAsync("End");
        await max.Page.Keyboard.TypeAsync(" Li");

        await desk.Get<ChangeTicket>().RenameAsync(number.Id, "Changed by Lena", DemoPeople.Lena.Id, PageDesk.Cancel);
        await desk.OpenTicketAsync("One more of hers", caller: "Lisa Live");

        await Assertions.Expect(max.Page.Locator(".tickets tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(max.Page.Locator(".tickets")).ToContainTextAsync("Changed by Lena");
        await max.Page.Keyboard.TypeAsync("ve");
        await Assertions.Expect(max.Page.Locator("#find")).ToHaveValueAsync("Lisa Live");
    }

    [Fact]
    public async Task Rows_AreWalkedByKeys_AndEnterOpensTheTicket()
    {
        TicketNumber older = await desk.OpenTicketAsync("Older", caller: "Kai Keys"), newer = await desk.OpenTicketAsync("Newer", caller: "Kai Keys");
        await using BrowserPage max = await AtAsync("/queues/team?text=Kai");

        await max.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(max.Page.Locator(":focus")).ToHaveTextAsync(newer.ToString());
        await max.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(max.Page.Locator(":focus")).ToHaveTextAsync(older.ToString());
        await max.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(max.Page.Locator("h1")).ToContainTextAsync("Older");
    }

    private async Task<BrowserPage> AtAsync(string address)
    {
        BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, address);
        return max;
    }
}
