// padded = type u8 | body | 80 | 00 …     up to the next bucket:
// FrameUpdate (01): ≤ 4 KiB multiples of 256, above multiples of 1,024     all else: ≤ 4 KiB multiples of 64, above multiples of 1,024
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1;

/// <summary>Hides how long a message is. There is exactly one way to pad it, and no other is accepted.</summary>
internal static class RecordPadding
{
    private const byte EndMark = 0x80;
    private const int SmallUpTo = 4096;
    private const int FrameBucket = 256;
    private const int ControlBucket = 64;
    private const int LargeBucket = 1024;

    /// <summary>Padded length of a message of <paramref name="length"/> bytes, its type included.</summary>
    public static int Size(byte type, int length)
    {
        int marked = length + 1;
        int bucket = marked > SmallUpTo ? LargeBucket : type == (byte)WireType.FrameUpdate ? FrameBucket : ControlBucket;
        return (marked + bucket - 1) / bucket * bucket;
    }

    /// <summary><paramref name="padded"/> has the length that <see cref="Size"/> gives.</summary>
    public static void Write(ReadOnlySpan<byte> plain, Span<byte> padded)
    {
        plain.CopyTo(padded);
        padded[plain.Length] = EndMark;
        padded[(plain.Length + 1)..].Clear();
    }

    /// <summary>False when there is no end mark, no type, or another bucket than the message needs.</summary>
    public static bool TryRead(ReadOnlySpan<byte> padded, out int length)
    {
        length = padded.LastIndexOfAnyExcept((byte)0);
        return length > 0 && padded[length] == EndMark && padded.Length == Size(padded[0], length);
    }
}
