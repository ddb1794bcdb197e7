using System.Text;

namespace ServiceDesk.Domain;

/// <summary>Checks for what people type: trimmed, in NFC with LF line ends, never empty, never longer than the field holds.</summary>
internal static class Text
{
    /// <exception cref="RuleBrokenException">The rule with <c>.required</c>, <c>.length</c> or <c>.characters</c> behind it.</exception>
    public static string Required(string? typed, int max, string rule) =>
        Optional(typed, max, rule) ?? throw new RuleBrokenException($"{rule}.required", $"{rule} must not be empty.");

    /// <exception cref="RuleBrokenException">The rule with <c>.length</c> or <c>.characters</c> behind it.</exception>
    public static string? Optional(string? typed, int max, string rule)
    {
        string text = Repaired(typed ?? "").Normalize().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new RuleBrokenException($"{rule}.characters", $"{rule} holds a NUL character.");
        if (text.Length > max)
            throw new RuleBrokenException($"{rule}.length", $"{rule} is longer than {max} characters.");
        return text.Length == 0 ? null : text;
    }

    /// <summary>For fields of one line: a break or another control character that was pasted along becomes a space.</summary>
    public static string? OneLine(string? typed) => typed is null ? null : string.Create(typed.Length, typed, static (line, typed) =>
    {
        for (int i = 0; i < line.Length; i++)
            line[i] = typed[i] is '\u2028' or '\u2029' || (char.IsControl(typed[i]) && typed[i] != '\0') ? ' ' : typed[i];
    });

    /// <summary>At most that many characters, with an ellipsis for what was left out; no character is cut in two.</summary>
    public static string Shortened(string text, int max)
    {
        if (text.Length <= max) return text;
        int end = char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Half a surrogate pair becomes U+FFFD: no form of Unicode, and no database, takes it as it is.</summary>
    public static string Repaired(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
