using System.Globalization;
using System.Security.Cryptography;

namespace ServiceDesk.Remote.Joining;

/// <summary>
/// The address of a waiting session, read out over the phone: eight random digits and a Damm check digit.
/// It is an address, never a secret. <c>default</c> is the channel 000 000 000.
/// </summary>
public readonly record struct Channel
{
    private const int Length = 9;
    private const uint Combinations = 100_000_000;
    private readonly uint _number;

    private Channel(uint number) => _number = number;

    /// <summary>The nine digits without spaces, for example <c>482913075</c>.</summary>
    public string Digits => _number.ToString("D9", CultureInfo.InvariantCulture);

    /// <summary>Makes a channel from a number below 100,000,000 and adds the check digit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than eight digits.</exception>
    public static Channel FromRandom(uint eightDigits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(eightDigits, Combinations);
        string digits = eightDigits.ToString("D8", CultureInfo.InvariantCulture);
        return new Channel((eightDigits * 10) + (uint)Damm.CheckDigit(digits));
    }

    /// <summary>Draws a channel; every one of the 100,000,000 is equally likely.</summary>
    public static Channel Create(RandomNumberGenerator random)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        uint drawn;
        do
        {
            random.GetBytes(bytes);
            drawn = BitConverter.ToUInt32(bytes) >> 5; // 27 bits: the smallest power of two above 100,000,000
        }
        while (drawn >= Combinations);
        return FromRandom(drawn);
    }

    /// <summary>
    /// Reads what a person typed: exactly nine digits, ASCII or full-width, with spaces, hyphens or dots anywhere.
    /// False when a character is anything else, digits are missing or too many, or the check digit is wrong.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Channel channel)
    {
        channel = default;
        uint number = 0;
        int count = 0, check = 0;
        foreach (char c in text)
        {
            if (IsSeparator(c)) continue;
            int digit = c is >= '0' and <= '9' ? c - '0' : c is >= '\uFF10' and <= '\uFF19' ? c - '\uFF10' : -1;
            if (digit < 0 || ++count > Length) return false;
            number = (number * 10) + (uint)digit;
            check = Damm.Next(check, digit);
        }

        if (count != Length || check != 0) return false;
        channel = new Channel(number);
        return true;
    }

    /// <summary>The digits in threes, as they are read out: <c>482 913 075</c>.</summary>
    public override string ToString() => Digits.Insert(6, " ").Insert(3, " ");

    // The hyphens are U+002D and U+2010 (hyphen) to U+2013 (en dash): word processors and mail programs put them in.
    private static bool IsSeparator(char c) =>
        c is '-' or '.' or '\t' or (>= '\u2010' and <= '\u2013') || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;
}
