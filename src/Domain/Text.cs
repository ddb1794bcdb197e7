namespace ServiceDesk.Domain;

/// <summary>Checks for what people type: trimmed, in NFC, never empty, never longer than the field holds.</summary>
internal static class Text
{
    public static string Required(string? typed, int max, string rule) =>
        Optional(typed, max, rule) ?? throw new RuleBrokenException($"{rule}.required", $"{rule} must not be empty.");

    public static string? Optional(string? typed, int max, string rule)
    {
        string text = (typed ?? "").Normalize().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new RuleBrokenException($"{rule}.characters", $"{rule} holds a NUL character.");
        if (text.Length > max)
            throw new RuleBrokenException($"{rule}.length", $"{rule} is longer than {max} characters.");
        return text.Length == 0 ? null : text;
    }
}
