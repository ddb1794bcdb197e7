namespace ServiceDesk.Domain;

/// <summary>Damm's check digit (H. M. Damm, 2004): finds every single wrong digit and every swap of two neighbours.</summary>
internal static class CheckDigit
{
    private static readonly string[] Table =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The check digit, 0…9, of a number that is not negative.</summary>
    public static int Of(long number)
    {
        int interim = 0;
        foreach (char digit in number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            interim = Table[interim][digit - '0'] - '0';
        return interim;
    }

    public static bool ContainsOnlyAsciiDigits(this ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }
}
