using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen.Jpeg;

/// <summary>How coarsely the frequencies of a block are told at a quality.</summary>
internal sealed class Quantization
{
    private readonly byte[] _steps = new byte[64];
    private readonly float[] _factors = new float[64];

    /// <summary>Steps in the order they are written.</summary>
    public ReadOnlySpan<byte> Steps => _steps;

    /// <summary>Takes a table for a quality from 1 to 100, as the Independent JPEG Group scales it.</summary>
    public void Set(ReadOnlySpan<byte> table, int quality)
    {
        int scale = quality < 50 ? 5000 / quality : 200 - (quality * 2);
        for (int i = 0; i < 64; i++)
        {
            int place = JpegTables.ZigZag[i], row = place / 8, column = place % 8;
            int step = Math.Clamp(((table[place] * scale) + 50) / 100, 1, 255);
            _steps[i] = (byte)step;
            _factors[(column * 8) + row] = 1 / (step * Dct.Scale(row) * Dct.Scale(column)); // the transform lies on its side
        }
    }

    /// <summary>Divides what <see cref="Dct.Transform"/> gave, and rounds.</summary>
    /// <param name="coefficients">In rows and columns as the block.</param>
    public void Divide(ReadOnlySpan<float> transformed, Span<int> coefficients)
    {
        for (int i = 0; i < 64; i += Vector256<float>.Count)
        {
            Vector256<float> exact = Vector256.Create(transformed[i..]) * Vector256.Create(_factors.AsSpan(i));
            Vector256<float> half = Vector256.CopySign(Vector256.Create(0.5f), exact);
            Vector256.ConvertToInt32(exact + half).CopyTo(coefficients[i..]);
        }
    }
}
