using System.Net;
using System.Text.RegularExpressions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed partial class ProblemPagesTests(DeskApp desk) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task UnknownAddress_GetsAPageWithAReference()
    {
        using Visitor visitor = desk.NewVisitor("de");
        using HttpResponseMessage answer = await visitor.GetAsync("/gibt/es/nicht");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        string html = await answer.TextAsync();
        html.ShouldContain("Hier ist nichts");
        ReferenceShown().IsMatch(html).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/hubs/unknown")]
    [InlineData("/api/unknown")]
    [InlineData("/relay/unknown/deep")]
    public async Task UnknownAddress_GetsABareStatus_WhenAProgramAsks(string path)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.TextAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "76")]
    public async Task Page_IsNotThere_WhenTheRoleIsMissing()
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        using HttpResponseMessage answer = await visitor.GetAsync("/admin/people");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.TextAsync()).ShouldNotContain("Jan Adler");
    }

    [Fact]
    [Trait("Abuse", "78")]
    public async Task WrongMethod_IsRefused()
    {
        using Visitor visitor = await desk.NewVisitorAsync(DemoPeople.Max);
        using HttpResponseMessage answer = await visitor.GetAsync("/account/sign-out");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        visitor.IsSignedIn.ShouldBeTrue();
    }

    [GeneratedRegex("<code>[0-9a-f]{8}</code>")]
    private static partial Regex ReferenceShown();
}
