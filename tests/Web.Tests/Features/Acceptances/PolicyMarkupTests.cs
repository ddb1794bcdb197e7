using ServiceDesk.Domain.Policies;
using ServiceDesk.Web.Features.Acceptances;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed class PolicyMarkupTests
{
    [Fact]
    public void ToHtml_KnowsHeadingsListsAndEmphasis() =>
        PolicyMarkup.ToHtml("## Step\n\nA **firm** and *soft* word,\ngoing on.\n\n- one\n- two\n  goes on").Value
            .ShouldBe("<h3>Step</h3>\n<p>A <strong>firm</strong> and <em>soft</em> word, going on.</p>\n<ul>\n<li>one</li>\n<li>two   goes on</li>\n</ul>\n");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("**<img src=x onerror=alert(1)>**")]
    [InlineData("- <a href=javascript:alert(1)>")]
    [InlineData("## \"><svg onload=alert(1)>")]
    [Trait("Abuse", "79")]
    public void ToHtml_ShowsMarkupAsText(string body)
    {
        string html = PolicyMarkup.ToHtml(body).Value;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<a ");
        html.ShouldNotContain("<svg");
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public void ShippedTexts_HoldNoMarkBehind(PolicyKind kind, string locale)
    {
        (string title, string body) = PolicyTexts.Shipped(kind, locale);

        title.ShouldNotBeEmpty();
        PolicyMarkup.ToHtml(body).Value.ShouldNotContain("*");
        PolicyMarkup.ToHtml(body).Value.ShouldNotContain("## ");
    }

    public static TheoryData<PolicyKind, string> EveryText()
    {
        TheoryData<PolicyKind, string> texts = [];
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>())
            foreach (string locale in PolicyTexts.Locales) texts.Add(kind, locale);
        return texts;
    }
}
