using System.Net;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class ViewerPageTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Viewer_IsShown_ToWhoseSessionItIs()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max);

        using HttpResponseMessage page = await max.GetAsync($"/viewer/{session.Id}");

        string html = await page.TextAsync();
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain($"data-relay=\"/relay/{session.Id}\"");
        html.ShouldContain("data-customer=\"Anna Berg\"");
        html.ShouldContain($"data-ticket=\"{new TicketNumber(session.Ticket)}\"");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Header("Content-Security-Policy").ShouldStartWith("default-src 'none'");
        page.Header("Content-Security-Policy").ShouldNotContain("unsafe");
    }

    [Fact]
    [Trait("Abuse", "14")]
    [Trait("Abuse", "76")]
    public async Task Viewer_IsNotThere_ForAnybodyElse()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor lena = await desk.App.NewVisitorAsync(DemoPeople.Lena), jan = await desk.App.NewVisitorAsync(DemoPeople.Jan), stranger = desk.App.NewVisitor();

        (await lena.GetAsync($"/viewer/{session.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await jan.GetAsync($"/viewer/{session.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/viewer/{session.Id}")).LeadsTo.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Viewer_IsNotThere_BeforeTheAgentAndAfterTheEnd()
    {
        StartedSession waiting = await desk.StartAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max);

        (await max.GetAsync($"/viewer/{waiting.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "79")]
    public async Task Viewer_ShowsANameAsText()
    {
        await using RunningSession session = await desk.RunAsync(caller: "<script>alert(1)</script>");
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max);

        (await (await max.GetAsync($"/viewer/{session.Id}")).TextAsync()).ShouldNotContain("<script>alert");
    }
}
