using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class DeskArgumentsTests
{
    [Fact]
    public void Translate_SpellsTheShortSwitchesOut() =>
        DeskArguments.Translate(["--demo", "--data", "d", "--port", "5081", "--agents", "a", "--Desk:Institution=X"])
            .ShouldBe(["--Desk:Demo=true", "--Desk:Data=d", "--urls=http://localhost:5081", "--Desk:Agents=a", "--Desk:Institution=X"]);

    [Fact]
    public void Translate_Throws_WhenAValueIsMissing() => Should.Throw<ArgumentException>(() => DeskArguments.Translate(["--port"]));
}
