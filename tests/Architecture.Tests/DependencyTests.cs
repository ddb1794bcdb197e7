using Mono.Cecil;
using ServiceDesk.Architecture.Tests.Compiled;
using ServiceDesk.Architecture.Tests.Rules;

namespace ServiceDesk.Architecture.Tests;

/// <summary>The dependency rule as the compiled assemblies show it.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Readable = ["ServiceDesk.Remote.Wire", "ServiceDesk.Remote.Rs1", "ServiceDesk.Remote.Screen"];

    private static readonly IReadOnlyList<Use> OfDomain = [.. Uses.Of(Assemblies.Domain)];
    private static readonly IReadOnlyList<Use> OfRemoteSession = [.. Uses.Of(Assemblies.RemoteSession)];
    private static readonly IReadOnlyList<Use> OfData = [.. Uses.Of(Assemblies.Data)];
    private static readonly IReadOnlyList<Use> OfWeb = [.. Uses.Of(Assemblies.Web)];
    private static readonly IReadOnlyList<Use> OfAgent = [.. Uses.Of(Assemblies.CustomerAgent)];

    [Fact]
    public void Domain_UsesTheBaseLibraryOnly() => CodeRules.BeyondBaseLibrary(OfDomain, "ServiceDesk.Domain").ShouldBeEmpty();

    [Fact]
    public void Domain_HoldsNoJson() => CodeRules.Json(OfDomain).ShouldBeEmpty();

    [Fact]
    public void Domain_IsToldTheTime() => CodeRules.Clock(OfDomain).ShouldBeEmpty();

    [Fact]
    public void Domain_IsToldWhatIsRandom() => CodeRules.Chance(OfDomain).ShouldBeEmpty();

    [Fact]
    public void Domain_OpensNoFile() => CodeRules.Files(OfDomain).ShouldBeEmpty();

    [Fact]
    public void RemoteSession_UsesTheBaseLibraryOnly_ButForOneCurveInOneType() =>
        CodeRules.BeyondBaseLibrary(OfRemoteSession, "ServiceDesk.RemoteSession")
            .Where(use => use.Assembly != "BouncyCastle.Cryptography" || !CodeRules.IsIn(use, "ServiceDesk.Remote.Rs1.P256KeyPair")).ShouldBeEmpty();

    [Fact]
    public void RemoteSession_OpensNoFile() => CodeRules.Files(OfRemoteSession).ShouldBeEmpty();

    [Fact]
    public void CustomerAgent_KnowsNothingOfTheDesk() =>
        CodeRules.FromAssemblies(OfAgent, "ServiceDesk.Domain", "ServiceDesk.Data", "ServiceDesk.Web", "Microsoft.EntityFrameworkCore").ShouldBeEmpty();

    [Fact]
    public void CustomerAgent_WritesNoFile() => FileRules.Writes(OfAgent).ShouldBeEmpty();

    [Fact]
    public void CustomerAgent_ImportsNothingThatWritesAFile() => // One call takes away what the runtime itself has put down before the first line runs.
        FileRules.ForeignWrites(Assemblies.CustomerAgent.Types).ShouldBe(["ServiceDesk.CustomerAgent.RuntimeTraces imports unlink"]);

    [Fact]
    public void Data_KnowsNoSessionEngineAndNoPages() =>
        CodeRules.FromAssemblies(OfData, "ServiceDesk.RemoteSession", "ServiceDesk.Web", "Microsoft.AspNetCore.Components", "MudBlazor").ShouldBeEmpty();

    [Fact]
    public void Web_HoldsNothingThatCouldReadAFrame() => CodeRules.Below(OfWeb, Readable).ShouldBeEmpty();

    [Fact]
    public void Web_DoesNotReferToTheAgent() => CodeRules.FromAssemblies(OfWeb, "ServiceDesk-Agent").ShouldBeEmpty();

    [Fact]
    public void BaseLibrary_IsLeft_WhenAQueryIsWritten() => Sample(typeof(Samples.QueriesInTheDomain), uses => CodeRules.BeyondBaseLibrary(uses, "")).ShouldNotBeEmpty();

    [Fact]
    public void Place_IsFound_ByItsWholeName()
    {
        Use here = new("ServiceDesk.Remote.Rs1.P256KeyPair::Create", "a", "T", "");
        CodeRules.IsIn(here, "ServiceDesk.Remote.Rs1.P256KeyPair").ShouldBeTrue();
        CodeRules.IsIn(here, "ServiceDesk.Remote.Rs1.P256").ShouldBeFalse();
        CodeRules.IsIn(here with { Where = "ServiceDesk.Remote.Rs1.P256KeyPair" }, "ServiceDesk.Remote.Rs1.P256KeyPair").ShouldBeTrue();
    }

    [Fact]
    public void Json_IsFound() => Sample(typeof(Samples.WritesJson), CodeRules.Json).ShouldNotBeEmpty();

    [Fact]
    public void Clock_IsFound() => Sample(typeof(Samples.ReadsTheClock), CodeRules.Clock).ShouldNotBeEmpty();

    [Fact]
    public void Chance_IsFound() => Sample(typeof(Samples.RollsDice), CodeRules.Chance).ShouldNotBeEmpty();

    [Fact]
    public void File_IsFound_WhenItIsOnlyRead()
    {
        Sample(typeof(Samples.ReadsAFile), CodeRules.Files).ShouldNotBeEmpty();
        Sample(typeof(Samples.ReadsAFile), FileRules.Writes).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Samples.WritesAFileInALambda))]
    [InlineData(typeof(Samples.OpensAStream))]
    public void FileWrite_IsFound(Type sample) => Sample(sample, FileRules.Writes).ShouldNotBeEmpty();

    [Fact]
    public void FileWrite_IsFound_WhenItIsForeign() => FileRules.ForeignWrites([Assemblies.Sample(typeof(Samples.ImportsAWriter))]).ShouldHaveSingleItem();

    [Theory]
    [InlineData(typeof(Samples.LooksIntoTheWire))]
    [InlineData(typeof(Samples.LooksIntoTheWireByName))]
    public void WireType_IsFound(Type sample) => Sample(sample, uses => CodeRules.Below(uses, "ServiceDesk.Remote.Wire")).ShouldNotBeEmpty();

    [Fact]
    public void Assembly_IsFound_ByTheBeginningOfItsName() =>
        Sample(typeof(Samples.ComponentWithAQuery), uses => CodeRules.FromAssemblies(uses, "Microsoft.AspNetCore")).ShouldNotBeEmpty();

    private static IEnumerable<Use> Sample(Type sample, Func<IEnumerable<Use>, IEnumerable<Use>> rule)
    {
        TypeDefinition type = Assemblies.Sample(sample).ShouldNotBeNull();
        return rule(Uses.Of(type));
    }
}
