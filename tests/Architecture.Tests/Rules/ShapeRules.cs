using Mono.Cecil;
using ServiceDesk.Architecture.Tests.Compiled;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>The shape of types and methods.</summary>
internal static class ShapeRules
{
    private static readonly string[] VagueEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Base", "Impl"];

    /// <summary>A use case is one class with a public <c>ExecuteAsync</c>, and reads are <c>…Queries</c>: both sealed.</summary>
    public static IEnumerable<string> UnsealedUseCases(IEnumerable<TypeDefinition> types) =>
        from type in Written(types)
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && (IsUseCase(type) || type.Name.EndsWith("Queries", StringComparison.Ordinal))
        select $"{type.FullName} is not sealed";

    /// <summary>Five things to ask are the most that a reader keeps in mind. What time it is does not count.</summary>
    public static IEnumerable<string> CrowdedUseCases(IEnumerable<TypeDefinition> types) =>
        from type in Written(types)
        where IsUseCase(type)
        from constructor in type.Methods
        let needed = constructor.Parameters.Count(parameter => parameter.ParameterType.FullName != "System.TimeProvider")
        where constructor.IsConstructor && needed > 5
        select $"{type.FullName} needs {needed} things";

    /// <summary>Nobody can await it, and what it throws ends the process.</summary>
    public static IEnumerable<string> AsyncVoid(IEnumerable<TypeDefinition> types) =>
        from type in types.SelectMany(Uses.WithNested)
        from method in type.Methods
        where method.ReturnType.FullName == "System.Void"
            && method.CustomAttributes.Any(one => one.AttributeType.Name == "AsyncStateMachineAttribute")
        select $"{type.FullName}::{method.Name} is async void";

    public static IEnumerable<string> VagueNames(IEnumerable<TypeDefinition> types) =>
        from type in Written(types)
        let name = type.Name.Split('`')[0]
        where VagueEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        select $"{type.FullName} says too little by its name";

    private static bool IsUseCase(TypeDefinition type) =>
        type.Methods.Any(method => method is { IsPublic: true, IsStatic: false, Name: "ExecuteAsync" });

    private static IEnumerable<TypeDefinition> Written(IEnumerable<TypeDefinition> types) =>
        types.SelectMany(Uses.WithNested).Where(type => !type.Name.Contains('<')
            && !type.CustomAttributes.Any(one => one.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute"));
}
