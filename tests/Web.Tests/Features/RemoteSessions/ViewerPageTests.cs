using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.RemoteSessions;
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

    [Fact]
    public async Task Viewer_KnowsByItself_WhatItMustHaveInCommonWithTheAgent()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max);

        string html = WebUtility.HtmlDecode(await (await max.GetAsync($"/viewer/{session.Id}")).TextAsync());

        html.ShouldContain($"data-session=\"{session.Id}\"");
        html.ShouldContain($"data-origin=\"{session.Joined.Origin}\"");
        html.ShouldContain($"data-channel=\"{session.Channel.Digits}\"");
        html.ShouldContain($"data-consultant=\"{session.Joined.Consultant}\"");
        string texts = string.Join(',', session.Joined.Documents.Select(text =>
            $$"""{"kind":"{{text.Kind}}","version":"{{text.Version}}","locale":"{{text.Locale}}","sha256":"{{text.Sha256}}"}"""));
        html.ShouldContain($"data-texts=\"[{texts}]\"");
    }

    [Fact]
    public async Task Channel_IsUsedUpOnTheTicket_ButKnownToTheViewer_OnceTheAgentJoined()
    {
        await using RunningSession session = await desk.RunAsync();

        (await desk.Get<SessionQueries>().OfTicketAsync(session.Ticket, SessionDesk.Cancel))!.Channel.ShouldBeNull();
        desk.Get<OpenChannels>().Of(session.Id).ShouldBe(session.Channel);
    }

    [Fact]
    public async Task Viewer_GetsNoToken_OnceTheSessionIsVerified()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max);
        (await (await max.GetAsync($"/viewer/{session.Id}")).TextAsync()).ShouldNotContain("data-token=\"\"");

        await session.TellAsync(SessionNews.Verified);

        (await (await max.GetAsync($"/viewer/{session.Id}")).TextAsync()).ShouldContain("data-token=\"\"");
    }

    [Fact]
    public async Task Line_IsRenewed_ForTheVerifiedSessionOfThisPerson()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max), lena = await desk.App.NewVisitorAsync(DemoPeople.Lena), stranger = desk.App.NewVisitor();
        await session.TellAsync(SessionNews.Verified);

        using HttpResponseMessage answer = await PostAsync(max, session);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Header("Cache-Control").ShouldBe("no-store");
        string token = JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("token").GetString()!;
        desk.Get<RelayTokens>().Redeem(Base64Url.DecodeFromChars(token), session.Id, RelaySide.Viewer).ShouldBeNull();
        (await PostAsync(lena, session)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(stranger, session)).LeadsTo.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Line_IsNotRenewed_BeforeTheNumberAndAfterTheEnd()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max);

        await session.ReportAsync(Grants.View);
        (await PostAsync(max, session)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await session.TellAsync(SessionNews.Verified);
        await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        (await PostAsync(max, session)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await max.GetAsync($"/viewer/{session.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        desk.Get<OpenChannels>().Of(session.Id).ShouldBeNull();
    }

    [Fact]
    public async Task End_ReachesTheRecord_ThoughThePageHasNoLine()
    {
        await using RunningSession session = await desk.RunAsync();
        using Visitor max = await desk.App.NewVisitorAsync(DemoPeople.Max), lena = await desk.App.NewVisitorAsync(DemoPeople.Lena);
        await session.TellAsync(SessionNews.Verified);
        (await PostAsync(lena, session, "end")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await PostAsync(max, session, "end")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await desk.LoadAsync(session.Id)).End.ShouldBe(SessionEnd.ConsultantEnded);
        desk.Get<SessionLines>().IsUp(session.Id).ShouldBeFalse();
        (await PostAsync(max, session, "end")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, RunningSession session, string what = "line") => visitor.PostAsync($"/viewer/{session.Id}/{what}");
}
