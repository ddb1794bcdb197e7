using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceDesk.Web.Features.Administration;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Administration;

public sealed class QueuesPageTests(DeskApp desk, Browser browser) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task Page_IsForAdministratorsOnly()
    {
        using Visitor jan = await desk.NewVisitorAsync(DemoPeople.Jan), max = await desk.NewVisitorAsync(DemoPeople.Max), stranger = desk.NewVisitor();

        using HttpResponseMessage shown = await jan.GetAsync("/admin/queues"), hidden = await max.GetAsync("/admin/queues"), away = await stranger.GetAsync("/admin/queues");

        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        away.LeadsTo.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Consultant_OpensATicket_InTheQueueThatTheAdministratorMade()
    {
        await using BrowserPage administrator = await AtQueuesAsync();
        await administrator.Page.Keyboard.PressAsync("n");
        await administrator.Page.Locator("#queue-name").PressSequentiallyAsync("Büro & Drucker");
        await Assertions.Expect(administrator.Page.Locator("#queue-key")).ToHaveValueAsync("buero-drucker");
        await administrator.ShouldBeAccessibleAsync();
        await administrator.Page.Keyboard.PressAsync("Control+Enter");
        ILocator row = administrator.Page.Locator("tr", new() { HasText = "buero-drucker" });
        await row.GetByRole(AriaRole.Checkbox, new() { Name = "Max Weber" }).CheckAsync();
        await administrator.GotoLiveAsync("/admin/queues");
        await Assertions.Expect(row.GetByRole(AriaRole.Checkbox, new() { Name = "Max Weber" })).ToBeCheckedAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Checkbox, new() { Name = "Lena Ott" })).Not.ToBeCheckedAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Checkbox, new() { Name = "Jan Adler" })).ToHaveCountAsync(0);
        await Pictures.KeepAsync(administrator.Page, "admin-queues");
        administrator.Problems.ShouldBeEmpty();

        await using BrowserPage consultant = await browser.OpenAsync(desk);
        await consultant.SignInAsync(DemoPeople.Max, "/tickets/new");
        await consultant.Page.Locator("#caller").PressSequentiallyAsync("Quentin Neumann");
        await consultant.Page.Locator("#caller-name").FillAsync("Quentin Neumann");
        await consultant.Page.Locator("#title").FillAsync("Paper jam");
        await consultant.Page.Locator("#queue").SelectOptionAsync(new SelectOptionValue { Label = "Büro & Drucker" });
        await consultant.Page.Keyboard.PressAsync("Control+Enter");
        await consultant.Page.WaitForURLAsync(url => url.Contains("/tickets/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_SaysWhatIsWrong_AndKeepsWhatWasTyped()
    {
        await using BrowserPage administrator = await AtQueuesAsync();
        await administrator.Page.Keyboard.PressAsync("n");
        await administrator.Page.Locator("#queue-name").FillAsync("Mail");
        await administrator.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Another queue has this key");
        (await administrator.Page.Locator("#queue-name").InputValueAsync()).ShouldBe("Mail");
    }

    [Fact]
    public async Task CatalogueEntry_IsListed_AsTextOnly()
    {
        await using BrowserPage administrator = await AtQueuesAsync();
        await administrator.Page.Locator("#item-name").FillAsync("<b>Softphone</b>");
        await administrator.Page.Locator("#item-category").FillAsync("Telefon");
        await administrator.Page.Locator("#item-category").PressAsync("Enter");
        await administrator.Page.Locator("td").GetByText("<b>Softphone</b>", new() { Exact = true }).WaitForAsync();
        administrator.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task ConsultantWithoutAQueue_IsToldWhoHelps()
    {
        await using DeskApp empty = new();
        await empty.InitializeAsync();
        foreach (QueueAdminRow queue in await empty.Services.GetRequiredService<QueueAdminQueries>().QueuesAsync(TestContext.Current.CancellationToken))
            await empty.Services.GetRequiredService<SetQueueMember>().ExecuteAsync(queue.Id, DemoPeople.Max.Id, isMember: false, TestContext.Current.CancellationToken);
        using Visitor max = await empty.NewVisitorAsync(DemoPeople.Max);

        foreach (string path in new[] { "/queues", "/tickets/new" })
        {
            using HttpResponseMessage page = await max.GetAsync(path);
            (await page.TextAsync()).ShouldContain("You are in no queue yet");
        }
    }

    private async Task<BrowserPage> AtQueuesAsync()
    {
        BrowserPage administrator = await browser.OpenAsync(desk);
        await administrator.SignInAsync(DemoPeople.Jan, "/admin/queues");
        return administrator;
    }
}
