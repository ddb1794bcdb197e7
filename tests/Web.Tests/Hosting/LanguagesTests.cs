using System.Net;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class LanguagesTests(DeskApp desk) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task Culture_StaysChosen_AgainstTheBrowsersWish()
    {
        using Visitor visitor = desk.NewVisitor("en");
        using HttpResponseMessage answer = await visitor.GetAsync("/culture?c=de&returnUrl=%2Faccount%2Fsign-in");
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.LeadsTo.ShouldBe("/account/sign-in");
        using HttpResponseMessage page = await visitor.GetAsync(answer.LeadsTo);
        (await page.TextAsync()).ShouldContain("<html lang=\"de\"");
    }

    [Theory]
    [Trait("Abuse", "75")]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData(null)]
    public async Task Culture_LeadsNowhereElse(string? target)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync($"/culture?c=de&returnUrl={Uri.EscapeDataString(target ?? "")}");
        answer.LeadsTo.ShouldBe("/");
    }

    [Fact]
    public async Task Culture_IsIgnored_WhenUnknown()
    {
        using Visitor visitor = desk.NewVisitor();
        (await visitor.GetAsync("/culture?c=xx-<script>")).Dispose();
        visitor.Cookies.ShouldNotContain(cookie => cookie.Name == "desk.language");
    }
}
