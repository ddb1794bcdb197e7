using System.Text.RegularExpressions;
using ServiceDesk.Architecture.Tests.Sources;

namespace ServiceDesk.Architecture.Tests.Rules;

/// <summary>One thing has one word in everything that people read; <c>docs/words.md</c> is the list, and this is what crept in before.</summary>
internal static partial class WordsOfTheHouse
{
    private static readonly (Regex Stray, string Word)[] Words =
    [
        (Served(), "Steuerung, steuern"),
        (CustomerSide(), "Kunde"),
        (Maintenance(), "Fernsitzung"),
        (Notice(), "privacy statement, Datenschutzerklärung"),
        (Product(), "Service-Desk; ServiceDesk is the product's name"),
    ];

    /// <summary>Whether people read what stands in it: pages, the agent's windows, the viewer, the accepted texts, the handbook.</summary>
    public static bool IsRead(string path) => path.EndsWith(".resx", StringComparison.Ordinal) || path.EndsWith("/AgentTexts.cs", StringComparison.Ordinal)
        || path.Contains("/viewer/texts/", StringComparison.Ordinal) || path.Contains("/Policies/", StringComparison.Ordinal)
        || path.StartsWith("docs/handbook/", StringComparison.Ordinal);

    public static IEnumerable<string> Strays(IEnumerable<SourceFile> files) =>
        from file in files
        from word in Words
        from Match match in word.Stray.Matches(file.Text)
        select $"{file}:{file.LineAt(match.Index)} says {match.Value}, the word is {word.Word}";

    [GeneratedRegex(@"\b[Bb]edien\w*")]
    private static partial Regex Served();

    [GeneratedRegex("Kundenseite")]
    private static partial Regex CustomerSide();

    [GeneratedRegex("Fernwartung|Fernsteuerung|Fernzugriff")]
    private static partial Regex Maintenance();

    [GeneratedRegex("[Pp]rivacy (notice|policy)|Datenschutzhinweis")]
    private static partial Regex Notice();

    [GeneratedRegex(@"\b([Dd]er|[Dd]es|[Dd]em|[Dd]en|[Vv]om|[Ii]m|[Zz]um|[Bb]eim|[Ii]hr) ServiceDesks?\b")]
    private static partial Regex Product();
}
