using System.Numerics;

namespace ServiceDesk.Remote.Screen.Jpeg;

/// <summary>Writes the blocks of one component: the mean as the difference to the block before, the rest as runs of zeros and values.</summary>
internal sealed class BlockWriter(HuffmanCode dc, HuffmanCode ac)
{
    private const int EndOfBlock = 0;
    private const int SixteenZeros = 0xF0;

    private static readonly byte[] Order = SideWays();

    private readonly int[] _coefficients = new int[64];
    private int _mean;

    public Quantization Steps { get; } = new();

    /// <summary>Begins a picture.</summary>
    public void Begin() => _mean = 0;

    /// <summary>Writes 8 × 8 values, −128 to 127; they are overwritten.</summary>
    public void Write(Span<float> block, JpegBits bits)
    {
        Dct.Transform(block);
        Steps.Divide(block, _coefficients);
        int mean = _coefficients[0];
        WriteValue(dc, 0, mean - _mean, bits);
        _mean = mean;
        int zeros = 0;
        for (int i = 1; i < 64; i++)
        {
            int value = _coefficients[Order[i]];
            if (value == 0)
            {
                zeros++;
                continue;
            }

            for (; zeros > 15; zeros -= 16) bits.Bits(ac.Code(SixteenZeros), ac.Length(SixteenZeros));
            WriteValue(ac, zeros, value, bits);
            zeros = 0;
        }

        if (zeros > 0) bits.Bits(ac.Code(EndOfBlock), ac.Length(EndOfBlock));
    }

    private static void WriteValue(HuffmanCode code, int zeros, int value, JpegBits bits)
    {
        int size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
        int symbol = (zeros << 4) | size;
        uint low = (uint)(value < 0 ? value - 1 : value) & ((1u << size) - 1);
        bits.Bits((code.Code(symbol) << size) | low, code.Length(symbol) + size);
    }

    // The transform leaves columns as rows.
    private static byte[] SideWays()
    {
        byte[] order = new byte[64];
        for (int i = 0; i < 64; i++) order[i] = (byte)((JpegTables.ZigZag[i] % 8 * 8) + (JpegTables.ZigZag[i] / 8));
        return order;
    }
}
