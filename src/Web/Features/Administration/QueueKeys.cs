using System.Globalization;
using System.Text;

namespace ServiceDesk.Web.Features.Administration;

/// <summary>Makes the key of a queue from its name, so that nobody has to think one up.</summary>
internal static class QueueKeys
{
    public const int MaxLength = 40;

    /// <summary>"Büro &amp; Drucker" gives "buero-drucker"; a name without a Latin letter or digit gives nothing.</summary>
    public static string Suggest(string? name)
    {
        var key = new StringBuilder();
        foreach (char c in Folded(name ?? ""))
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                key.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-')
                key.Append('-');
        if (key.Length > MaxLength) key.Length = MaxLength;
        return key.ToString().TrimEnd('-');
    }

    // Rune by rune, as half a character has no normal form. First what German writes with two letters; then every other accent goes: it becomes a mark of its own and is left out above.
    private static string Folded(string name)
    {
        string lower = string.Concat(name.EnumerateRunes()).Normalize().ToLowerInvariant();
        return lower.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
    }
}
