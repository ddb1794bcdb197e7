namespace ServiceDesk.Web.Features.Accounts;

public static class Initials
{
    /// <summary>First letters of the first and the last word: "Max Weber" is MW, "Sabine" is S.</summary>
    public static string Of(string displayName)
    {
        string[] words = displayName.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => "",
            [string only] => First(only),
            [string first, .., string last] => First(first) + First(last),
        };
    }

    private static string First(string word) => System.Globalization.StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
