using System.Net;
using System.Net.WebSockets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

[Trait("Abuse", "39")]
public sealed class OriginGuardTests(DeskApp desk) : IClassFixture<DeskApp>
{
    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Negotiation_IsRefused_WhenAnotherSiteAsks(string? origin, HttpStatusCode expected)
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        (await NegotiateAsync(visitor, origin)).ShouldBe(expected);
    }

    [Fact]
    public async Task Negotiation_IsAnswered_WhenOurOwnPageAsks()
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        (await NegotiateAsync(visitor, desk.Origin.GetLeftPart(UriPartial.Authority))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Negotiation_IsRefused_WhenNobodyIsSignedIn()
    {
        using Visitor visitor = desk.NewVisitor();
        (await NegotiateAsync(visitor, null)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/hubs/agent")]
    [InlineData("/relay/0")]
    [InlineData("/anywhere")]
    public async Task Socket_IsRefused_WhenAnotherSiteOpensIt(string path)
    {
        using ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        socket.Options.CollectHttpResponseDetails = true;
        Uri address = new UriBuilder(desk.Origin) { Scheme = "ws", Path = path }.Uri;
        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        socket.HttpStatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(Visitor visitor, string? origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using HttpResponseMessage answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
