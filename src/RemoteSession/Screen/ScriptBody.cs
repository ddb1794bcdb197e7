using System.Buffers.Binary;

namespace ServiceDesk.Remote.Screen;

/// <summary>What an operation says after its rectangle, big-endian. Grows once, and is used again and again.</summary>
internal sealed class ScriptBody
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void U8(int value) => Take(1)[0] = (byte)value;

    public void U16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), (ushort)value);

    public void U24(int value)
    {
        Span<byte> bytes = Take(3);
        bytes[0] = (byte)(value >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)value);
    }

    public void U32(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(4), value);

    /// <summary>Room for the next bytes, which are the caller's to fill.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
        Span<byte> bytes = _bytes.AsSpan(Length, count);
        Length += count;
        return bytes;
    }
}
