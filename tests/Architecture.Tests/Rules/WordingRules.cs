using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>
/// Texts live in <c>…Texts.resx</c> (English) and <c>…Texts.de.resx</c>: the same keys, the same places to fill in, none missing, none left over.
/// </summary>
internal sealed partial class WordingRules(IReadOnlyList<SourceFile> files)
{
    private readonly IReadOnlyList<SourceFile> _code = [.. files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal))];

    public IEnumerable<string> Differences() => English().SelectMany(DifferencesOf);

    /// <summary>
    /// Keys that no code mentions: neither whole, nor as a member's name (an enumeration's value, a <c>nameof</c>), nor as a text that is put together.
    /// </summary>
    public IEnumerable<string> Unused()
    {
        string all = string.Join('\n', _code.Select(file => file.Text));
        Regex[] patterns = [.. PutTogether(all).Distinct().Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant))];
        return from file in English()
               from key in Texts(file).Keys
               where !all.Contains($"\"{key}\"", StringComparison.Ordinal) && !Regex.IsMatch(all, $@"\.{Regex.Escape(key)}\b")
                   && !patterns.Any(pattern => pattern.IsMatch(key))
               select $"{file}: nobody uses {key}";
    }

    /// <summary>Keys that code asks a localizer for and that the localizer's file does not have.</summary>
    public IEnumerable<string> Missing()
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> known = English().ToDictionary(file => file.Name[..^".resx".Length], Texts);
        return from file in _code
               from declared in LocalizersOf(file)
               where known.ContainsKey(declared.Texts)
               from Match match in Regex.Matches(file.Text, $@"(?<![\w.]){Regex.Escape(declared.Variable)}\[""(?<key>[^""{{]+)""")
               where !known[declared.Texts].ContainsKey(match.Groups["key"].Value)
               select $"{file}:{file.LineAt(match.Index)} asks {declared.Texts} for {match.Groups["key"].Value}, which it does not have";
    }

    private IEnumerable<SourceFile> English() => files.Where(file => file.Name.EndsWith("Texts.resx", StringComparison.Ordinal));

    private IEnumerable<string> DifferencesOf(SourceFile english)
    {
        string path = english.Path[..^".resx".Length] + ".de.resx";
        if (files.FirstOrDefault(file => file.Path == path) is not { } german)
        {
            return [$"{english} has no German twin"];
        }

        IReadOnlyDictionary<string, string> here = Texts(english), there = Texts(german);
        return here.Keys.Except(there.Keys).Select(key => $"{german} lacks {key}")
            .Concat(there.Keys.Except(here.Keys).Select(key => $"{english} lacks {key}"))
            .Concat(here.Keys.Intersect(there.Keys).Where(key => Places(here[key]) != Places(there[key])).Select(key => $"{german}: {key} has other places to fill in"))
            .Concat(here.Concat(there).Where(pair => pair.Value.Trim().Length == 0).Select(pair => $"{english}: {pair.Key} is empty in one language"));
    }

    // A component's markup and its code are two files of one class; what _Imports.razor injects holds for all below it.
    private IEnumerable<(string Texts, string Variable)> LocalizersOf(SourceFile file)
    {
        string twin = file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) ? file.Path[..^".cs".Length] : file.Path + ".cs";
        return _code.Where(other => other == file || other.Path == twin
                || (other.Name == "_Imports.razor" && file.Path.EndsWith(".razor", StringComparison.Ordinal) && file.Path.StartsWith(other.Folder + "/", StringComparison.Ordinal)))
            .SelectMany(other => Localizer().Matches(other.Text))
            .Select(match => (match.Groups["texts"].Value, match.Groups["variable"].Value))
            .Distinct();
    }

    private static IReadOnlyDictionary<string, string> Texts(SourceFile file) => XDocument.Parse(file.Text).Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "");

    // $"State_{state}", "State_" + state, page + "Title": each as an expression for the keys it may become.
    private static IEnumerable<string> PutTogether(string code)
    {
        const string Anything = "[\\w.-]+";
        IEnumerable<string> interpolated = Interpolated().Matches(code).Select(match => match.Groups["text"].Value)
            .Where(text => Hole().Replace(text, "").Length > 0)
            .Select(text => "^" + string.Join(Anything, Hole().Split(text).Select(Regex.Escape)) + "$");
        return interpolated
            .Concat(Beginning().Matches(code).Select(match => $"^{Regex.Escape(match.Groups["text"].Value)}{Anything}$"))
            .Concat(Ending().Matches(code).Select(match => $"^{Anything}{Regex.Escape(match.Groups["text"].Value)}$"));
    }

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"IStringLocalizer<(?<texts>\w+Texts)>\s+(?<variable>\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\$""(?<text>[\w.-]*(\{[^}""]*\}[\w.-]*)+)""")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\[""(?<text>[\w.-]+)""\s*\+")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\+\s*""(?<text>[\w.-]+)""\]")]
    private static partial Regex Ending();

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}")]
    private static partial Regex Place();
}
