// 8 bytes, big-endian, modulo 10^6 (or 10^8) → 6 (or 8) ASCII digits with leading zeros
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Remote.Rs1;

/// <summary>
/// The number the consultant reads out and the customer types. It exists at both ends and is the same only when nobody
/// stands between them. The agent never shows its own.
/// </summary>
public sealed class VerificationNumber
{
    internal const int DrawnSize = 8;
    private readonly byte[] _digits;

    private VerificationNumber(string digits) => _digits = Encoding.ASCII.GetBytes(digits);

    /// <summary>The digits without spaces, for example <c>027984</c>.</summary>
    public string Digits => Encoding.ASCII.GetString(_digits);

    /// <summary>The digits as they are read out: <c>027 984</c>, <c>0279 8412</c>.</summary>
    public string Spoken => Digits.Insert(_digits.Length / 2, " ");

    /// <summary>Leaves room for blanks, hyphens and dots. False when the rest is not exactly as many digits as the number has.</summary>
    public static bool TryRead(ReadOnlySpan<char> typed, NumberLength length, out string digits)
    {
        var read = new StringBuilder((int)length);
        digits = "";
        foreach (char c in typed)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '.') continue;
            if (!char.IsAsciiDigit(c) || read.Length == (int)length) return false;
            read.Append(c);
        }

        digits = read.ToString();
        return digits.Length == (int)length;
    }

    internal static VerificationNumber From(ReadOnlySpan<byte> drawn, NumberLength length)
    {
        ulong numbers = length == NumberLength.Eight ? 100_000_000UL : 1_000_000UL;
        ulong number = BinaryPrimitives.ReadUInt64BigEndian(drawn) % numbers;
        return new VerificationNumber(number.ToString("D" + (int)length, CultureInfo.InvariantCulture));
    }

    internal bool IsSame(string digits) => CryptographicOperations.FixedTimeEquals(_digits, Encoding.ASCII.GetBytes(digits));
}

/// <summary>How long the number is. Both ends must be set alike; the desk's policy says so.</summary>
public enum NumberLength
{
    /// <summary>Six digits.</summary>
    Six = 6,

    /// <summary>Eight digits, for a desk that wants a hundred times less chance for an attacker.</summary>
    Eight = 8,
}
