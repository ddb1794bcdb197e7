using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

[Trait("Abuse", "75")]
public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tickets/K7-204?tab=1#note")]
    public void IsLocal_IsTrue_WhenOnThisDesk(string path) => LocalPath.IsLocal(path).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tickets")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" /evil")]
    public void IsLocal_IsFalse_WhenElsewhere(string? path) => LocalPath.IsLocal(path).ShouldBeFalse();
}
