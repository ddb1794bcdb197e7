using System.Numerics;
using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Compares and copies rows of pixels (0xXXRRGGBB), eight at a time; the fourth byte never counts.</summary>
internal static class PixelRow
{
    /// <summary>The bytes of a pixel that count.</summary>
    public const uint Colour = 0x00FF_FFFF;

    private static int Step => Vector256<uint>.Count;

    /// <summary>The first place where two rows of one length differ; their length when they do not.</summary>
    public static int FirstDifference(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        Vector256<uint> colour = Vector256.Create(Colour);
        int i = 0;
        for (; i <= a.Length - Step; i += Step)
        {
            uint differs = ~Vector256.Equals(((Vector256.Create(a[i..]) ^ Vector256.Create(b[i..])) & colour), Vector256<uint>.Zero).ExtractMostSignificantBits() & 0xFF;
            if (differs != 0) return i + BitOperations.TrailingZeroCount(differs);
        }

        while (i < a.Length && ((a[i] ^ b[i]) & Colour) == 0) i++;
        return i;
    }

    /// <summary>One behind the last place where two rows of one length differ; 0 when they do not.</summary>
    public static int EndOfDifference(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        Vector256<uint> colour = Vector256.Create(Colour);
        int i = a.Length;
        for (; i >= Step; i -= Step)
        {
            Vector256<uint> difference = (Vector256.Create(a[(i - Step)..]) ^ Vector256.Create(b[(i - Step)..])) & colour;
            uint differs = ~Vector256.Equals(difference, Vector256<uint>.Zero).ExtractMostSignificantBits() & 0xFF;
            if (differs != 0) return i - Step + 32 - BitOperations.LeadingZeroCount(differs);
        }

        while (i > 0 && ((a[i - 1] ^ b[i - 1]) & Colour) == 0) i--;
        return i;
    }

    /// <summary>Whether two rows of one length show the same.</summary>
    public static bool AreSame(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b) => FirstDifference(a, b) == a.Length;

    /// <summary>Copies pixels without their fourth bytes.</summary>
    public static void Copy(ReadOnlySpan<uint> from, Span<uint> to)
    {
        Vector256<uint> colour = Vector256.Create(Colour);
        int i = 0;
        for (; i <= from.Length - Step; i += Step) (Vector256.Create(from[i..]) & colour).CopyTo(to[i..]);
        for (; i < from.Length; i++) to[i] = from[i] & Colour;
    }

    /// <summary>How many neighbours in a row are of one colour; the fourth bytes must be zero.</summary>
    public static int EqualNeighbours(ReadOnlySpan<uint> row)
    {
        int count = 0, i = 0;
        for (; i <= row.Length - 1 - Step; i += Step)
            count += BitOperations.PopCount(Vector256.Equals(Vector256.Create(row[i..]), Vector256.Create(row[(i + 1)..])).ExtractMostSignificantBits());
        for (; i < row.Length - 1; i++)
            if (row[i] == row[i + 1]) count++;
        return count;
    }
}
