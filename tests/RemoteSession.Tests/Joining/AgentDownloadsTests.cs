using ServiceDesk.Remote.Joining;

namespace ServiceDesk.RemoteSession.Tests.Joining;

public class AgentDownloadsTests
{
    [Theory]
    [InlineData("0.1.0", true)]
    [InlineData("0.1.0+4f2c1d", true)]
    [InlineData("1.0.0-beta.2", true)]
    [InlineData("0.0.9", false)]
    [InlineData("", false)]
    [InlineData("newest", false)]
    [InlineData("99999999999.1", false)]
    public void IsAccepted_ComparesWithMinimum_WhenVersionIs(string version, bool accepted) =>
        AgentDownloads.IsAccepted(version).ShouldBe(accepted);

    [Theory]
    [InlineData("linux-x64", "ServiceDesk-Agent-linux-x64")]
    [InlineData("win-x64", "ServiceDesk-Agent-win-x64.exe")]
    [InlineData("../etc/passwd", null)]
    public void FileFor_NamesTheFile_WhenPlatformIs(string platform, string? file) =>
        AgentDownloads.FileFor(platform).ShouldBe(file);
}
