using System.Net;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed class StatusTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Status_FollowsTheSession()
    {
        await using RunningSession session = await desk.RunAsync();
        string joined = await StampAsync(session);
        (await PageAsync(session)).ShouldContain("The program is connected");

        await session.ReportAsync(Grants.View);
        (await PageAsync(session)).ShouldContain("Max Weber sees your screen.");
        await session.ReportAsync(Grants.View | Grants.Control);
        (await PageAsync(session)).ShouldContain("controls mouse and keyboard");

        (await StampAsync(session)).ShouldNotBe(joined);
    }

    [Fact]
    [Trait("Abuse", "53")]
    public async Task Status_RenewsItself_WithoutScripts()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);

        string html = await (await customer.GetAsync("/help/status")).TextAsync();

        html.ShouldContain("<noscript><meta http-equiv=\"refresh\" content=\"5\"");
        html.ShouldContain(session.Channel.ToString());
    }

    [Fact]
    public async Task Stop_Declines_BeforeAnythingWasSeen()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel);

        using HttpResponseMessage answer = await customer.SubmitAsync("/help/stop");

        answer.LeadsTo.ShouldBe("/help/status");
        (await desk.LoadAsync(session.Id)).End.ShouldBe(SessionEnd.CustomerDeclined);
        (await (await customer.GetAsync("/help/status")).TextAsync()).ShouldContain("You stopped before anything was seen.");
    }

    [Fact]
    public async Task Receipt_ShowsWhatIsStored()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);

        string html = await (await customer.GetAsync("/help/receipt")).TextAsync();

        RemoteSession stored = await desk.LoadAsync(session.Id);
        html.ShouldContain(new TicketNumber(session.Ticket).ToString());
        html.ShouldContain("Max Weber");
        stored.Acceptances.ShouldAllBe(acceptance => html.Contains(acceptance.Sha256));
    }

    [Theory]
    [InlineData("/help/status")]
    [InlineData("/help/download")]
    [InlineData("/help/read")]
    [InlineData("/help/receipt")]
    public async Task Pages_BeginWithTheChannel_ForStrangers(string path)
    {
        using Visitor stranger = desk.App.NewVisitor();

        (await stranger.GetAsync(path)).LeadsTo.ShouldBe("/help?first");
        (await stranger.GetAsync("/help/status.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> PageAsync(RunningSession session) => await (await session.Customer.GetAsync("/help/status")).TextAsync();

    private static async Task<string> StampAsync(RunningSession session) => await (await session.Customer.GetAsync("/help/status.json")).TextAsync();
}
