using ServiceDesk.Web.Features.Administration;

namespace ServiceDesk.Web.Tests.Features.Administration;

public sealed class QueueKeysTests
{
    [Theory]
    [InlineData("Büro & Drucker", "buero-drucker")]
    [InlineData("  Großkunden (Süd) ", "grosskunden-sued")]
    [InlineData("Café 24", "cafe-24")]
    [InlineData("o\u0308ffentlich", "oeffentlich")]
    [InlineData("電話", "")]
    [InlineData("a\ud800b", "a-b")]
    [InlineData(null, "")]
    public void Suggest_FoldsTheName(string? name, string key) => QueueKeys.Suggest(name).ShouldBe(key);

    [Fact]
    public void Suggest_FitsTheField() => QueueKeys.Suggest(new string('a', 39) + " " + new string('b', 40)).ShouldBe(new string('a', 39));
}
