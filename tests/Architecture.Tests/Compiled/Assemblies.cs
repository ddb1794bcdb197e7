using Mono.Cecil;

namespace ServiceDesk.Architecture.Tests.Compiled;

/// <summary>The assemblies under test as they were compiled, and the samples inside this one.</summary>
internal static class Assemblies
{
    public static ModuleDefinition Domain { get; } = Read("ServiceDesk.Domain.dll");

    public static ModuleDefinition RemoteSession { get; } = Read("ServiceDesk.RemoteSession.dll");

    public static ModuleDefinition Data { get; } = Read("ServiceDesk.Data.dll");

    public static ModuleDefinition Web { get; } = Read("ServiceDesk.Web.dll");

    public static ModuleDefinition CustomerAgent { get; } = Read("ServiceDesk-Agent.dll");

    public static IReadOnlyList<ModuleDefinition> OfTheProduct { get; } = [Domain, RemoteSession, Data, Web, CustomerAgent];

    /// <summary>One sample of this assembly: a class that breaks a rule on purpose.</summary>
    public static TypeDefinition Sample(Type sample) => Samples.GetType(sample.FullName!.Replace('+', '/'));

    private static ModuleDefinition Samples { get; } = Read("ServiceDesk.Architecture.Tests.dll");

    private static ModuleDefinition Read(string file) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file));
}
