using System.Reflection;
using ServiceDesk.Domain.Policies;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The texts that come with the desk, embedded as <c>Policies/purpose.de.md</c> and so on: a heading, an empty line, the body.</summary>
internal static class PolicyTexts
{
    public static readonly IReadOnlyList<string> Locales = ["de", "en"];

    public static (string Title, string Body) Shipped(PolicyKind kind, string locale)
    {
        string name = $"Policies/{kind.ToString().ToLowerInvariant()}.{locale}.md";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd().ReplaceLineEndings("\n");
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return (text[..end].TrimStart('#', ' '), text[end..].Trim());
    }
}
