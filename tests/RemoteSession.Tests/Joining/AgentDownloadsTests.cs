using ServiceDesk.Remote.Joining;

namespace ServiceDesk.RemoteSession.Tests.Joining;

public class AgentDownloadsTests
{
    [Theory]
    [InlineData("0.2.0", true)]
    [InlineData("0.2.0+4f2c1d", true)]
    [InlineData("1.0.0-beta.2", true)]
    [InlineData("0.1.9", false)]
    [InlineData("", false)]
    [InlineData("newest", false)]
    [InlineData("99999999999.1", false)]
    public void IsAccepted_ComparesWithMinimum_WhenVersionIs(string version, bool accepted) =>
        AgentDownloads.IsAccepted(version).ShouldBe(accepted);
}
