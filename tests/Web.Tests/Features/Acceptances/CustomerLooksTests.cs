using Microsoft.Playwright;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed class CustomerLooksTests(SessionDesk desk, Browser browser) : IClassFixture<SessionDesk>
{
    public static TheoryData<string, bool, int> Looks => new() { { "de", false, 320 }, { "de", true, 1280 }, { "en", true, 320 }, { "en", false, 1280 } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pages_AreAccessibleAndFit(string language, bool isDark, int width)
    {
        StartedSession session = await desk.StartAsync();
        var look = new Look(language, isDark, width);
        await using BrowserPage customer = await browser.OpenAsync(desk.App, look);

        await customer.Page.GotoAsync("/help");
        await CheckAsync(customer, look, "1-channel");
        await customer.Page.GetByTestId("channel").PressSequentiallyAsync("482913076");
        await Assertions.Expect(customer.Page.Locator("#hint")).Not.ToBeEmptyAsync();
        await CheckAsync(customer, look, "1-channel-wrong");
        await customer.Page.GetByTestId("channel").FillAsync(session.Channel.Digits);
        await customer.Page.GetByTestId("channel-go").ClickAsync();
        await CheckAsync(customer, look, "2-read");
        await customer.Page.GetByTestId("tick-purpose").CheckAsync();
        await customer.Page.GetByTestId("accept").ClickAsync();
        await CheckAsync(customer, look, "2-read-unticked");
        await AcceptAsync(customer.Page);
        await CheckAsync(customer, look, "3-download");
        await customer.Page.Locator("summary").First.ClickAsync();
        await CheckAsync(customer, look, "3-download-open");
        await customer.Page.GetByTestId("download-next").ClickAsync();
        await CheckAsync(customer, look, "4-connect");
        await customer.Page.GotoAsync("/help/receipt");
        await CheckAsync(customer, look, "5-receipt");
        await customer.Page.GotoAsync("/help/stop");
        await CheckAsync(customer, look, "6-stop");
        await customer.Page.GetByTestId("stop-yes").ClickAsync();
        await customer.Page.GetByTestId("ended").WaitForAsync();
        await CheckAsync(customer, look, "7-ended");
        customer.Problems.Where(problem => !problem.Contains("400 (Bad Request)")).ShouldBeEmpty(); // the answer to a missing tick
    }

    [Fact]
    [Trait("Abuse", "53")]
    public async Task Way_WorksWithoutScripts()
    {
        StartedSession session = await desk.StartAsync();
        await using BrowserPage customer = await browser.OpenAsync(desk.App, new Look("de", HasScripts: false));

        await customer.Page.GotoAsync("/help");
        await customer.Page.GetByTestId("channel").FillAsync(session.Channel.ToString());
        await customer.Page.GetByTestId("channel-go").ClickAsync();
        await AcceptAsync(customer.Page);
        IDownload download = await customer.Page.RunAndWaitForDownloadAsync(() => customer.Page.GetByTestId("download").ClickAsync());
        download.SuggestedFilename.ShouldBe(AgentDownloads.LinuxX64);
        await customer.Page.GetByTestId("download-next").ClickAsync();

        await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Max.Id, SessionDesk.Cancel);

        await customer.Page.GetByTestId("ended").WaitForAsync(); // the page has renewed itself
    }

    [Fact]
    [Trait("Abuse", "45")]
    public async Task Channel_IsCheckedWithoutARequest_WhenOneDigitIsWrong()
    {
        await using BrowserPage customer = await browser.OpenAsync(desk.App);
        await customer.Page.GotoAsync("/help");
        int posts = 0;
        customer.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await customer.Page.GetByTestId("channel").PressSequentiallyAsync("482913076");
        await customer.Page.GetByTestId("channel-go").ClickAsync();

        (await customer.Page.GetByTestId("channel").InputValueAsync()).ShouldBe("482 913 076");
        await Assertions.Expect(customer.Page.Locator("#hint")).ToHaveTextAsync("One of these digits is not right. Please compare them with what you hear, one by one.");
        posts.ShouldBe(0);
    }

    [Fact]
    public async Task Status_ChangesByItself_WithScripts()
    {
        await using RunningSession session = await desk.RunAsync();
        StartedSession other = await desk.StartAsync();
        await using BrowserPage customer = await browser.OpenAsync(desk.App);
        await customer.Page.GotoAsync("/help");
        await customer.Page.GetByTestId("channel").FillAsync(other.Channel.Digits);
        await customer.Page.GetByTestId("channel-go").ClickAsync();
        await AcceptAsync(customer.Page);
        await customer.Page.GetByTestId("download-next").ClickAsync();
        await using Microsoft.AspNetCore.SignalR.Client.HubConnection agent = await desk.ConnectAgentAsync();

        await SessionDesk.JoinAsync(agent, other.Channel.Digits);
        await Assertions.Expect(customer.Page.GetByTestId("live-state")).ToHaveAttributeAsync("data-state", nameof(SessionState.AgentJoined));
        await agent.InvokeCoreAsync(nameof(IAgentHub.ReportGrants), typeof(object), [Grants.View | Grants.Control, Grants.None], SessionDesk.Cancel);

        await Assertions.Expect(customer.Page.GetByTestId("live-state")).ToHaveTextAsync("Max Weber sees your screen and controls mouse and keyboard.");
        await Pictures.KeepAsync(customer.Page, "customer-4-controlled-en-light-1280");
        customer.Problems.ShouldBeEmpty();
    }

    private static async Task AcceptAsync(IPage page)
    {
        foreach (string kind in new[] { "purpose", "disclaimer", "privacy" }) await page.GetByTestId($"tick-{kind}").CheckAsync();
        await page.GetByTestId("accept").ClickAsync();
    }

    private static async Task CheckAsync(BrowserPage customer, Look look, string name)
    {
        await customer.Page.Locator("h1").WaitForAsync();
        await Pictures.KeepAsync(customer.Page, $"customer-{name}-{look.Name}");
        await customer.ShouldBeAccessibleAsync();
        (await customer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(look.Width, name);
    }
}
