using ServiceDesk.Architecture.Tests.Rules;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests;

public sealed class ProjectTests
{
    private static IEnumerable<SourceFile> Projects => Repository.EndingIn(".csproj");

    [Fact]
    public void References_KeepTheDependencyRule() =>
        Projects.Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal) && !project.Path.StartsWith("bench/", StringComparison.Ordinal))
            .SelectMany(ProjectRules.Violations).ShouldBeEmpty();

    [Fact]
    public void Solution_HoldsEveryProject() =>
        ProjectRules.Outside(Repository.Files.Single(file => file.Path == "ServiceDesk.sln"), Projects).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Domain/Domain.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ProjectReference Include="../Data/Data.csproj" /></Project>""")]
    [InlineData("src/Domain/Domain.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PackageReference Include="Some.Package" /></Project>""")]
    [InlineData("src/RemoteSession/RemoteSession.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"></Project>""")]
    [InlineData("src/RemoteSession/RemoteSession.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PackageReference Include="Some.Package" /></Project>""")]
    [InlineData("src/Data/Data.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ProjectReference Include="..\RemoteSession\RemoteSession.csproj" /></Project>""")]
    [InlineData("src/CustomerAgent/CustomerAgent.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ProjectReference Include="../Web/Web.csproj" /></Project>""")]
    [InlineData("src/Web/Web.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><ProjectReference Include="../CustomerAgent/CustomerAgent.csproj" /></Project>""")]
    [InlineData("src/Another/Another.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""")]
    public void References_AreFound_WhenTheyBreakTheRule(string path, string text) =>
        ProjectRules.Violations(new SourceFile(path, text)).ShouldHaveSingleItem();

    [Fact]
    public void Solution_IsFound_WhenItLacksAProject() =>
        ProjectRules.Outside(new SourceFile("ServiceDesk.sln", @"""src\Domain\Domain.csproj"""),
                [new SourceFile("src/Domain/Domain.csproj", ""), new SourceFile("src/Data/Data.csproj", "")])
            .ShouldBe(["src/Data/Data.csproj is not in the solution"]);
}
