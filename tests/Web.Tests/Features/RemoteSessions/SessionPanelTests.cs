using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class SessionPanelTests(SessionDesk desk, Browser browser) : IClassFixture<SessionDesk>
{
    [Fact]
    [Trait("Abuse", "42")]
    public async Task Panel_ShowsTheSameChannel_AfterAReloadAndInASecondTab()
    {
        string address = $"/tickets/{new TicketNumber(await desk.OpenTicketAsync())}";
        await using BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, address);

        await max.Page.Keyboard.PressAsync("r");
        string channel = await ChannelAsync(max.Page);
        await max.GotoLiveAsync(address);
        string again = await ChannelAsync(max.Page);

        Channel.TryParse(channel, out _).ShouldBeTrue();
        again.ShouldBe(channel);
        (await max.Page.GetByTestId("help-address").TextContentAsync()).ShouldBe($"{desk.App.Origin.Authority}/help");
        max.Problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task Panel_FollowsTheSession_ToItsEnd(string language, bool isDark)
    {
        string address = $"/tickets/{new TicketNumber(await desk.OpenTicketAsync())}";
        var look = new Look(language, isDark);
        await using BrowserPage max = await browser.OpenAsync(desk.App, look);
        await max.SignInAsync(DemoPeople.Max, address);
        await CheckAsync(max, look, "0-none");
        await max.Page.GetByTestId("start-session").ClickAsync();
        Channel.TryParse(await ChannelAsync(max.Page), out Channel channel);
        await CheckAsync(max, look, "1-waiting");

        using Visitor customer = await desk.TypeChannelAsync(channel);
        await StateAsync(max.Page, SessionState.PageOpened);
        using HttpResponseMessage _ = await SessionDesk.AcceptAsync(customer);
        await StateAsync(max.Page, SessionState.Accepted);
        await using HubConnection agent = await desk.ConnectAgentAsync();
        await SessionDesk.JoinAsync(agent, channel.Digits);
        await StateAsync(max.Page, SessionState.AgentJoined);
        await CheckAsync(max, look, "2-joined");
        await agent.InvokeCoreAsync(nameof(IAgentHub.ReportGrants), typeof(object), [Grants.View | Grants.Control, Grants.None], SessionDesk.Cancel);
        await StateAsync(max.Page, SessionState.Active);
        // Other tests' sessions of the same person may be open as well.
        await max.Page.GetByTestId("running-session").Filter(new LocatorFilterOptions { HasText = new Uri(max.Page.Url).Segments[^1] }).WaitForAsync();
        string spoken = language == "de" ? "Fernsitzung" : "Remote session"; // also after news from an English customer
        await Assertions.Expect(max.Page.Locator("#session-title")).ToHaveTextAsync(spoken);
        await max.Page.GetByTestId("end-session").ClickAsync();
        await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Anna Berg");
        await Assertions.Expect(max.Page.GetByTestId("confirm-no")).ToBeFocusedAsync();
        await CheckAsync(max, look, "3-end");
        await max.Page.GetByTestId("confirm-yes").ClickAsync();
        await StateAsync(max.Page, SessionState.Ended);
        await max.Page.Locator(".session-story summary").ClickAsync();
        await CheckAsync(max, look, "4-story");
        max.Problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task Panel_FollowsALine_ThatIsLostAndComesBack(string language, bool isDark)
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);
        await session.TellAsync(SessionNews.NumberWrong);
        await session.TellAsync(SessionNews.Verified);
        await session.ReportAsync(Grants.View);
        while (!desk.Get<SessionLines>().BothAreOnRelay(session.Id)) await Task.Delay(10, SessionDesk.Cancel);
        var look = new Look(language, isDark);
        await using BrowserPage max = await browser.OpenAsync(desk.App, look);
        await max.SignInAsync(DemoPeople.Max, $"/tickets/{new TicketNumber(session.Ticket)}");
        ILocator panel = max.Page.GetByTestId("session-panel");
        await StateAsync(max.Page, SessionState.Active);
        await max.LiveAsync();

        agent.Abort();
        await Assertions.Expect(panel).ToHaveAttributeAsync("data-line", "lost");
        await Assertions.Expect(panel.GetByTestId("session-hint")).ToContainTextAsync("Anna Berg");
        await CheckAsync(max, look, "5-line-lost");
        ReturnedLine line = await session.Agent.InvokeAsync<ReturnedLine>(nameof(IAgentHub.Return), new ReturnOffer(session.Id, session.Joined.ReturnToken), SessionDesk.Cancel);
        using ClientWebSocket agentAgain = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, line.RelayToken);
        using ClientWebSocket viewerAgain = await desk.OpenViewerAsync(session);
        await Assertions.Expect(panel).Not.ToHaveAttributeAsync("data-line", "lost");

        await max.Page.Locator(".session-story summary").ClickAsync();
        await Assertions.Expect(max.Page.GetByTestId("verified")).ToContainTextAsync(language == "de" ? "1× falsche Zahl" : "1 wrong number");
        await Assertions.Expect(max.Page.GetByTestId("events").Locator("p")).ToHaveCountAsync(4);
        await CheckAsync(max, look, "6-line-back");
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task End_IsNotAskedAnyMore_WhenTheSessionIsOverMeanwhile()
    {
        await using RunningSession session = await desk.RunAsync();
        await using BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, $"/tickets/{new TicketNumber(session.Ticket)}");
        await max.Page.GetByTestId("end-session").ClickAsync();
        await max.Page.GetByRole(AriaRole.Dialog).WaitForAsync();

        await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Max.Id, SessionDesk.Cancel);

        await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await StateAsync(max.Page, SessionState.Ended);
        max.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task End_HappensNot_WhenEscapeIsPressed()
    {
        await using RunningSession session = await desk.RunAsync();
        await using BrowserPage max = await browser.OpenAsync(desk.App);
        await max.SignInAsync(DemoPeople.Max, $"/tickets/{new TicketNumber(session.Ticket)}");
        await max.Page.GetByTestId("end-session").ClickAsync();
        await Assertions.Expect(max.Page.GetByTestId("confirm-no")).ToBeFocusedAsync();

        await max.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(max.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(max.Page.GetByTestId("end-session")).ToBeFocusedAsync();
        await StateAsync(max.Page, SessionState.AgentJoined);
    }

    [Fact]
    public async Task Panel_OffersNeitherViewerNorEnd_ToAColleague()
    {
        await using RunningSession session = await desk.RunAsync();
        await using BrowserPage lena = await browser.OpenAsync(desk.App);

        await lena.SignInAsync(DemoPeople.Lena, $"/tickets/{new TicketNumber(session.Ticket)}");

        await Assertions.Expect(lena.Page.GetByTestId("session-panel")).ToContainTextAsync("Max Weber holds this session.");
        (await lena.Page.GetByTestId("open-viewer").CountAsync()).ShouldBe(0);
        (await lena.Page.GetByTestId("end-session").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Look.LanguagesAndSchemes), MemberType = typeof(Look))]
    public async Task History_ShowsTheTeamsSessions_AndKeepsItsFilterInTheAddress(string language, bool isDark)
    {
        await using RunningSession session = await desk.RunAsync();
        await session.ReportAsync(Grants.View | Grants.Control);
        await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        var look = new Look(language, isDark);
        await using BrowserPage sabine = await browser.OpenAsync(desk.App, look);
        await sabine.SignInAsync(DemoPeople.Sabine, "/sessions");
        string number = new TicketNumber(session.Ticket).ToString();

        await sabine.Page.GetByTestId("history").GetByText(number).First.WaitForAsync();
        await sabine.LiveAsync(); // a choice made before is not heard
        await sabine.Page.Locator("select").Nth(3).SelectOptionAsync("no");
        await Assertions.Expect(sabine.Page).ToHaveURLAsync("/sessions?control=no");
        await Assertions.Expect(sabine.Page.GetByText(number)).ToHaveCountAsync(0);
        await sabine.Page.GotoAsync("/sessions?control=yes");
        await sabine.Page.GetByTestId("history").GetByText(number).First.WaitForAsync();

        await sabine.LiveAsync();
        await Pictures.KeepAsync(sabine.Page, $"desk-history-{look.Name}");
        await sabine.ShouldBeAccessibleAsync();
        sabine.Problems.ShouldBeEmpty();
    }

    private static async Task<string> ChannelAsync(IPage page) => (await page.GetByTestId("channel").TextContentAsync())!;

    private static Task StateAsync(IPage page, SessionState state) => Assertions.Expect(page.GetByTestId("session-panel")).ToHaveAttributeAsync("data-state", state.ToString());

    private static async Task CheckAsync(BrowserPage max, Look look, string name)
    {
        await Pictures.KeepAsync(max.Page, $"desk-panel-{name}-{look.Name}");
        await max.ShouldBeAccessibleAsync();
    }
}
