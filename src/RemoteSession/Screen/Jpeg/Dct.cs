using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen.Jpeg;

/// <summary>
/// The discrete cosine transform of a block after Arai, Agui and Nakajima: eight values at a time, the last scaling left to quantization
/// (<see cref="Scale"/>). The result lies on its side: columns are rows.
/// </summary>
internal static class Dct
{
    /// <summary>What the result is to be divided by at a frequency, in each direction.</summary>
    public static float Scale(int frequency) => frequency == 0 ? 2.828427125f : (float)(Math.Cos(frequency * Math.PI / 16) * 4);

    /// <summary>Transforms 8 × 8 values, −128 to 127, in place.</summary>
    public static void Transform(Span<float> block)
    {
        Vector256<float> r0 = Row(block, 0), r1 = Row(block, 1), r2 = Row(block, 2), r3 = Row(block, 3);
        Vector256<float> r4 = Row(block, 4), r5 = Row(block, 5), r6 = Row(block, 6), r7 = Row(block, 7);
        Pass(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Store(block, r0, r1, r2, r3, r4, r5, r6, r7);
        Turn(block);
        (r0, r1, r2, r3) = (Row(block, 0), Row(block, 1), Row(block, 2), Row(block, 3));
        (r4, r5, r6, r7) = (Row(block, 4), Row(block, 5), Row(block, 6), Row(block, 7));
        Pass(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Store(block, r0, r1, r2, r3, r4, r5, r6, r7);
    }

    private static void Pass(
        ref Vector256<float> r0, ref Vector256<float> r1, ref Vector256<float> r2, ref Vector256<float> r3,
        ref Vector256<float> r4, ref Vector256<float> r5, ref Vector256<float> r6, ref Vector256<float> r7)
    {
        Vector256<float> s07 = r0 + r7, d07 = r0 - r7, s16 = r1 + r6, d16 = r1 - r6, s25 = r2 + r5, d25 = r2 - r5, s34 = r3 + r4, d34 = r3 - r4;

        Vector256<float> even0 = s07 + s34, even3 = s07 - s34, even1 = s16 + s25, even2 = s16 - s25;
        Vector256<float> turned = (even2 + even3) * 0.707106781f;
        (r0, r4, r2, r6) = (even0 + even1, even0 - even1, even3 + turned, even3 - turned);

        Vector256<float> odd0 = d34 + d25, odd1 = d25 + d16, odd2 = d16 + d07;
        Vector256<float> z5 = (odd0 - odd2) * 0.382683433f;
        Vector256<float> z2 = (odd0 * 0.541196100f) + z5, z4 = (odd2 * 1.306562965f) + z5, z3 = odd1 * 0.707106781f;
        Vector256<float> z11 = d07 + z3, z13 = d07 - z3;
        (r5, r3, r1, r7) = (z13 + z2, z13 - z2, z11 + z4, z11 - z4);
    }

    private static void Turn(Span<float> block)
    {
        for (int y = 0; y < 8; y++)
            for (int x = y + 1; x < 8; x++) (block[(y * 8) + x], block[(x * 8) + y]) = (block[(x * 8) + y], block[(y * 8) + x]);
    }

    private static Vector256<float> Row(Span<float> block, int row) => Vector256.Create((ReadOnlySpan<float>)block[(row * 8)..]);

    private static void Store(
        Span<float> block,
        Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3,
        Vector256<float> r4, Vector256<float> r5, Vector256<float> r6, Vector256<float> r7)
    {
        r0.CopyTo(block);
        r1.CopyTo(block[8..]);
        r2.CopyTo(block[16..]);
        r3.CopyTo(block[24..]);
        r4.CopyTo(block[32..]);
        r5.CopyTo(block[40..]);
        r6.CopyTo(block[48..]);
        r7.CopyTo(block[56..]);
    }
}
