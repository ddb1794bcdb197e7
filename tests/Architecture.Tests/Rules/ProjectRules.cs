using System.Xml.Linq;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>Who may refer to whom, as the project files say it. A project that is not named here is a violation, so that a new one is thought about.</summary>
internal static class ProjectRules
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["RemoteSession"] = [],
        ["CustomerAgent"] = ["RemoteSession"],
        ["Data"] = ["Domain"],
        ["Sqlite"] = ["Data"],
        ["PostgreSql"] = ["Data"],
        ["Web"] = ["Data", "Domain", "RemoteSession", "Sqlite", "PostgreSql"],
    };

    /// <summary>Projects of the plain SDK and the only packages they may have. RemoteSession's one is for one type; see the dependency tests.</summary>
    private static readonly Dictionary<string, string[]> PlainWithPackages = new() { ["Domain"] = [], ["RemoteSession"] = ["BouncyCastle.Cryptography"] };

    public static IEnumerable<string> Violations(SourceFile project)
    {
        string name = Name(project.Path);
        if (!Allowed.TryGetValue(name, out string[]? allowed))
        {
            return [$"{project} is not in the dependency rule"];
        }

        XDocument document = XDocument.Parse(project.Text);
        IEnumerable<string> wrong = Included(document, "ProjectReference").Select(Name).Except(allowed).Select(other => $"{name} refers to {other}");
        if (PlainWithPackages.TryGetValue(name, out string[]? packages))
        {
            wrong = wrong.Concat(Included(document, "PackageReference").Concat(Included(document, "FrameworkReference")).Except(packages)
                .Select(package => $"{name} refers to the package {package}"));
            if (document.Root?.Attribute("Sdk")?.Value != "Microsoft.NET.Sdk")
            {
                wrong = wrong.Append($"{name} uses another SDK than the plain one");
            }
        }

        return wrong;
    }

    public static IEnumerable<string> Outside(SourceFile solution, IEnumerable<SourceFile> projects) =>
        projects.Where(project => !solution.Text.Replace('\\', '/').Contains($"\"{project.Path}\"")).Select(project => $"{project} is not in the solution");

    private static IEnumerable<string> Included(XDocument document, string item) =>
        document.Descendants(item).Select(element => element.Attribute("Include")?.Value ?? "").Where(value => value.Length > 0);

    private static string Name(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
