using System.Text;

namespace ServiceDesk.Domain;

/// <summary>Checks for what people type: trimmed, in NFC, never empty, never longer than the field holds.</summary>
internal static class Text
{
    public static string Required(string? typed, int max, string rule) =>
        Optional(typed, max, rule) ?? throw new RuleBrokenException($"{rule}.required", $"{rule} must not be empty.");

    public static string? Optional(string? typed, int max, string rule)
    {
        string text = Repaired(typed ?? "").Normalize().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new RuleBrokenException($"{rule}.characters", $"{rule} holds a NUL character.");
        if (text.Length > max)
            throw new RuleBrokenException($"{rule}.length", $"{rule} is longer than {max} characters.");
        return text.Length == 0 ? null : text;
    }

    /// <summary>Half a surrogate pair becomes U+FFFD: no form of Unicode, and no database, takes it as it is.</summary>
    public static string Repaired(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
