using Mono.Cecil;
using ServiceDesk.Architecture.Tests.Compiled;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>What compiled code may use. Every rule takes the uses of an assembly or of a sample and gives those that break it.</summary>
internal static class CodeRules
{
    private static readonly string[] ClockTypes = ["System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Threading.PeriodicTimer"];

    private static readonly HashSet<string> ClockMembers =
    [
        "System.TimeProvider::get_System", "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Environment::get_TickCount", "System.Environment::get_TickCount64",
    ];

    private static readonly HashSet<string> RandomMembers = ["System.Guid::NewGuid"];

    /// <summary>Only assemblies of the base class library.</summary>
    public static IEnumerable<Use> BeyondBaseLibrary(IEnumerable<Use> uses, string own) => uses.Where(use =>
        use.Assembly != Uses.Text && use.Assembly != own
        && use.Assembly is not ("netstandard" or "mscorlib" or "Microsoft.Win32.Primitives")
        && !use.Assembly.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>The use stands in this type: in its signature, or in one of its methods.</summary>
    public static bool IsIn(Use use, string type) => use.Where == type || use.Where.StartsWith(type + "::", StringComparison.Ordinal);

    public static IEnumerable<Use> Json(IEnumerable<Use> uses) => uses.Where(use =>
        use.IsBelow("System.Text.Json") || use.IsBelow("Newtonsoft.Json"));

    /// <summary>Time is handed in: the code may neither ask for it nor wait.</summary>
    public static IEnumerable<Use> Clock(IEnumerable<Use> uses) => uses.Where(use =>
        ClockTypes.Contains(use.Type) || ClockMembers.Contains($"{use.Type}::{use.Member}") || use is { Type: "System.Threading.Tasks.Task", Member: "Delay" });

    /// <summary>Chance is handed in as well. A version 7 identifier asks the clock unless it is given the time.</summary>
    public static IEnumerable<Use> Chance(IEnumerable<Use> uses) => uses.Where(use =>
        use.Type is "System.Random" or "System.Security.Cryptography.RandomNumberGenerator" || RandomMembers.Contains($"{use.Type}::{use.Member}"));

    /// <summary>No file is opened at all, not even to read.</summary>
    public static IEnumerable<Use> Files(IEnumerable<Use> uses) => uses.Where(use => FileRules.IsFileType(use.Type));

    public static IEnumerable<Use> Below(IEnumerable<Use> uses, params string[] namespaces) => uses.Where(use =>
        namespaces.Any(one => use.IsBelow(one) || (use.Assembly == Uses.Text && use.Type == one)));

    public static IEnumerable<Use> FromAssemblies(IEnumerable<Use> uses, params string[] assemblies) =>
        uses.Where(use => assemblies.Any(one => use.Assembly == one || use.Assembly.StartsWith(one + ".", StringComparison.Ordinal)));

    /// <summary>A component asks use cases and queries; it holds no query of its own.</summary>
    public static IEnumerable<Use> StorageInComponent(TypeDefinition component) => Uses.Of(component).Where(use =>
        use.IsBelow("Microsoft.EntityFrameworkCore") || use.Type == "ServiceDesk.Data.ServiceDeskDb");
}
