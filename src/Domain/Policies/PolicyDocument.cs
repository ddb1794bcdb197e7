using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Domain.Policies;

/// <summary>One version of one text in one language. Immutable: a correction is a new version.</summary>
public sealed class PolicyDocument
{
    private PolicyDocument()
    {
    }

    public int Id { get; private set; }
    public PolicyKind Kind { get; private set; }

    /// <summary>1, 2, 3 … per kind; all languages of one version are published together.</summary>
    public int Version { get; private set; }

    /// <summary>Two-letter language, <c>de</c> or <c>en</c>.</summary>
    public string Locale { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>Markdown, in NFC with LF line ends: the very text that was hashed.</summary>
    public string Body { get; private set; } = "";

    /// <summary>SHA-256 over title, LF, body as UTF-8; 64 lower-case hex digits.</summary>
    public string Sha256 { get; private set; } = "";
    public DateTime PublishedAt { get; private set; }

    /// <exception cref="RuleBrokenException"><c>policy.title</c>, <c>policy.body</c> with <c>.required</c>, <c>.length</c>, <c>.characters</c>.</exception>
    public static PolicyDocument Publish(PolicyKind kind, int version, string locale, string title, string body, DateTime now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (locale.Length != 2 || !locale.All(char.IsAsciiLetterLower)) throw new ArgumentException("A locale has two lower case letters.", nameof(locale));
        var document = new PolicyDocument
        {
            Kind = kind,
            Version = version,
            Locale = locale,
            Title = Domain.Text.Required(Domain.Text.OneLine(title), 200, "policy.title"),
            Body = Domain.Text.Required(body, 100_000, "policy.body"),
            PublishedAt = now,
        };
        document.Sha256 = document.Hash();
        return document;
    }

    /// <summary>False when somebody changed the stored text: then it must not be shown, and nothing may be accepted.</summary>
    public bool IsIntact => Sha256 == Hash();

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{Body}")));
}
