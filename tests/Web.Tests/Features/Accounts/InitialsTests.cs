namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Max Weber", "MW")]
    [InlineData("Sabine", "S")]
    [InlineData("anna  von der berg", "AB")]
    [InlineData("Ömer Çelik", "ÖÇ")]
    [InlineData("  ", "")]
    public void Of_TakesFirstAndLast(string name, string initials) => Initials.Of(name).ShouldBe(initials);
}
