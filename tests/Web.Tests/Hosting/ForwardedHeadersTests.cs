using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

[Trait("Abuse", "88")]
public sealed class ForwardedHeadersTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("127.0.0.1", true)]
    public async Task ForwardedScheme_IsBelieved_FromNamedProxiesOnly(string proxy, bool believed)
    {
        await using DeskApp desk = new();
        if (proxy.Length > 0)
            desk.Settings["Desk:TrustedProxies:0"] = proxy;
        await desk.InitializeAsync();
        using Visitor visitor = desk.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        using HttpResponseMessage page = await visitor.GetAsync("/account/sign-in");
        string cookie = page.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("desk.form=", StringComparison.Ordinal));
        cookie.Contains("secure", StringComparison.Ordinal).ShouldBe(believed);
    }
}
