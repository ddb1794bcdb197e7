namespace ServiceDesk.CustomerAgent.Tests;

public sealed class AgentOptionsTests
{
    [Fact]
    public void TryParse_ReadsTheThreeOptions()
    {
        AgentOptions options = Parse("--server", "https://desk.example.org", "--channel", "482 913 077", "--locale", "de")!;
        options.ShouldBe(new AgentOptions("https://desk.example.org", "482 913 077", German: true));
        options.Address.ShouldBe(new Uri("https://desk.example.org"));
    }

    [Theory]
    [InlineData]
    [InlineData("--server")]
    [InlineData("--server", "https://a.example", "--yes")]
    [InlineData("--server", "https://a.example", "--locale", "fr")]
    [InlineData("--server", "https://a.example", "--accept", "all")]
    [InlineData("https://a.example")]
    public void TryParse_IsNull_ForAnythingElse(params string[] arguments) => Parse(arguments).ShouldBeNull();

    [Theory]
    [InlineData("desk.example.org")]
    [InlineData("ftp://desk.example.org")]
    [InlineData("https://user@desk.example.org")]
    [InlineData("https://")]
    [InlineData("file:///etc/passwd")]
    public void Address_IsNull_ForWhatIsNoDesk(string server) => Parse("--server", server)!.Address.ShouldBeNull();

    [Theory]
    [InlineData("de_DE.UTF-8", null, true)]
    [InlineData("en_GB.UTF-8", "de_DE.UTF-8", false)]
    [InlineData(null, "de_AT.UTF-8", true)]
    [InlineData("", "de", true)]
    [InlineData(null, null, false)]
    public void IsGerman_FollowsTheFirstVariableThatIsSet(string? all, string? lang, bool german) =>
        AgentOptions.IsGerman(name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }).ShouldBe(german);

    private static AgentOptions? Parse(params string[] arguments) => AgentOptions.TryParse(arguments, _ => null);
}
