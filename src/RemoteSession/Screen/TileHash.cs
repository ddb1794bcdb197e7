using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>A number for the looks of a rectangle: equal looks give equal numbers. Others seldom do, which is for the caller to check.</summary>
internal static class TileHash
{
    private const uint Odd = 0x9E37_79B1;

    public static ulong Of(PictureView picture, Patch patch)
    {
        Vector256<uint> state = Vector256.Create((uint)patch.Width, 2, 3, (uint)patch.Height, 5, 7, 11, 13);
        uint rest = 17;
        for (int y = patch.Y; y < patch.Bottom; y++) Add(picture.Pixels(patch.X, y, patch.Width), ref state, ref rest);
        return Finish(state, rest);
    }

    public static ulong Of(SentPicture picture, Patch patch)
    {
        Vector256<uint> state = Vector256.Create((uint)patch.Width, 2, 3, (uint)patch.Height, 5, 7, 11, 13);
        uint rest = 17;
        for (int y = patch.Y; y < patch.Bottom; y++) Add(picture.Row(patch.X, y, patch.Width), ref state, ref rest);
        return Finish(state, rest);
    }

    private static void Add(ReadOnlySpan<uint> row, ref Vector256<uint> state, ref uint rest)
    {
        Vector256<uint> odd = Vector256.Create(Odd), colour = Vector256.Create(PixelRow.Colour), carry = state;
        int i = 0;
        for (; i <= row.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
            carry = ((carry ^ (Vector256.Create(row[i..]) & colour)) * odd) + (carry >>> 15);
        state = carry;
        for (; i < row.Length; i++) rest = (rest ^ (row[i] & PixelRow.Colour)) * Odd + (rest >> 15);
    }

    private static ulong Finish(Vector256<uint> state, uint rest)
    {
        ulong hash = rest;
        for (int i = 0; i < Vector256<uint>.Count; i++)
        {
            hash = (hash ^ state[i]) * 0x9E37_79B9_7F4A_7C15;
            hash ^= hash >> 29;
        }

        return hash;
    }
}
