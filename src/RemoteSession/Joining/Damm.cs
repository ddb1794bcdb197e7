namespace ServiceDesk.Remote.Joining;

/// <summary>
/// The check digit of H. M. Damm ("Total anti-symmetrische Quasigruppen", Marburg 2004): finds every single wrong
/// digit and every swap of two neighbours. The table is the usual quasigroup of order ten; row = digit so far, column = next digit.
/// </summary>
internal static class Damm
{
    private static ReadOnlySpan<byte> Quasigroup =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>One step; after the check digit itself the result is 0.</summary>
    public static int Next(int interim, int digit) => Quasigroup[(interim * 10) + digit];

    /// <summary>The digit to append to these ASCII digits.</summary>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        int interim = 0;
        foreach (char c in digits) interim = Next(interim, c - '0');
        return interim;
    }
}
