using System.Text.RegularExpressions;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>What a source file may look like.</summary>
internal static partial class TextRules
{
    public static IEnumerable<string> TooLong(SourceFile file)
    {
        int most = file.Name switch
        {
            "Program.cs" when file.Path.StartsWith("src/Web/", StringComparison.Ordinal) => 80,
            _ when file.Path.StartsWith("migrations/", StringComparison.Ordinal) => int.MaxValue,
            _ when file.Path.EndsWith(".cs", StringComparison.Ordinal) => 400,
            _ when file.Path.EndsWith(".razor", StringComparison.Ordinal) => 160,
            _ when file.Path.EndsWith(".js", StringComparison.Ordinal) && file.Path.StartsWith("src/Web/wwwroot/viewer/", StringComparison.Ordinal) => 300,
            _ => int.MaxValue,
        };
        return file.Lines > most ? [$"{file} has {file.Lines} lines, {most} at most"] : [];
    }

    /// <summary>A catch that does nothing must say why, and a catch of everything, without a filter, may never do nothing.</summary>
    public static IEnumerable<string> EmptyCatch(SourceFile file) =>
        from Match match in CatchBlock().Matches(file.Text)
        let isForAll = !match.Groups["filter"].Success && (match.Groups["what"].Value is "" or "Exception" or "System.Exception")
        let isExplained = match.Groups["body"].Value.Trim().Length > 0
        where isForAll || !isExplained
        select $"{file}:{file.LineAt(match.Index)} catches and does nothing";

    /// <summary>A path of somebody's machine is of no use on another one.</summary>
    public static IEnumerable<string> MachinePath(SourceFile file) =>
        from Match match in PrivatePath().Matches(file.Text)
        select $"{file}:{file.LineAt(match.Index)} names a path of one machine: {match.Value}";

    public static IEnumerable<string> Regions(SourceFile file) =>
        from Match match in Region().Matches(file.Text)
        select $"{file}:{file.LineAt(match.Index)} folds code away";

    /// <summary>A test that does not run is no test.</summary>
    public static IEnumerable<string> SkippedTests(SourceFile file) =>
        from Match match in (file.Path.EndsWith(".js", StringComparison.Ordinal) ? SkippedScriptTest() : SkippedTest()).Matches(file.Text)
        select $"{file}:{file.LineAt(match.Index)} is a test that does not run";

    public static IEnumerable<string> BrokenLinks(SourceFile page, IReadOnlySet<string> existing) =>
        from Match match in Link().Matches(page.Text)
        let target = match.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains(':') && !existing.Contains(Resolve(page.Folder, target))
        select $"{page}:{page.LineAt(match.Index)} leads nowhere: {target}";

    private static string Resolve(string folder, string target) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, target))).Replace('\\', '/');

    [GeneratedRegex(@"\bcatch\s*(\(\s*(?<what>[\w.]+)[^)]*\))?\s*(?<filter>when\s*\([^{]*\))?\s*\{(?<body>(\s|//[^\n]*\n|/\*.*?\*/)*)\}", RegexOptions.Singleline)]
    private static partial Regex CatchBlock();

    [GeneratedRegex(@"(?<![\w.:/-])(/(home|Users)/\w[\w.-]*/|/(root|work|mnt|workspace|builds)/\w|/tmp/(?!\.X11-unix)[\w]|[A-Z]:\\+Users\\+\w)")]
    private static partial Regex PrivatePath();

    [GeneratedRegex(@"^\s*#(end)?region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\[(Fact|Theory|InlineData|MemberData)\b[^\]]*\b(Skip|SkipWhen|SkipUnless|Explicit)\s*=|\bAssert\.Skip(When|Unless)?\(")]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"\b(test|it|describe|t)\.(skip|todo|only)\(|\{\s*(skip|todo|only)\s*:")]
    private static partial Regex SkippedScriptTest();

    [GeneratedRegex(@"(?<!`)\[[^\]\n]*\]\((?<target>[^)\s]+)\)|<(img|source)[^>]*\s(src|srcset)=""(?<target>[^""]+)""|<a[^>]*\shref=""(?<target>[^""]+)""")]
    private static partial Regex Link();
}
