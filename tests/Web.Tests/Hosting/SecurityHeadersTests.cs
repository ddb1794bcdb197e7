using System.Net;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class SecurityHeadersTests(DeskApp desk) : IClassFixture<DeskApp>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/")]
    [InlineData("/tokens.css")]
    [InlineData("/health/ready")]
    [Trait("Abuse", "52")]
    public async Task Answer_CarriesAllHeaders(string path)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync(path);
        answer.Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        answer.Header("Content-Security-Policy").ShouldContain("script-src 'self';");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("Permissions-Policy").ShouldContain("camera=()");
        answer.Header("Server").ShouldBe("");
    }

    [Fact]
    public async Task StaticPage_HasTheStricterPolicy()
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync("/account/sign-in");
        answer.Header("Content-Security-Policy").ShouldStartWith("default-src 'none'");
        answer.Header("Content-Security-Policy").ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task DeskPage_MayOpenItsOwnSocketsOnly()
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Jan);
        using HttpResponseMessage answer = await visitor.GetAsync("/admin/people");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        string policy = answer.Header("Content-Security-Policy");
        policy.ShouldContain($"connect-src 'self' ws://{desk.Origin.Authority} wss://{desk.Origin.Authority};");
        policy.Split(';').Single(part => part.Contains("script-src")).ShouldNotContain("unsafe");
    }

    [Theory]
    [InlineData("desk.example;script-src")]
    [InlineData("desk.example'unsafe-inline'")]
    public async Task Policy_CannotBeWidened_ByAHostHeader(string host)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Host", host);
        using HttpResponseMessage answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Header("Content-Security-Policy").ShouldNotContain("desk.example");
    }
}
