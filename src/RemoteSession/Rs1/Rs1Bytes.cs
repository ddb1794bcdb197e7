// Byte order: big-endian.  u8 1 | u16 2 | u32 4 | lv: length u16, then that many bytes | label: ASCII, no length
using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1;

/// <summary>Puts the fields of a handshake message, or of what is hashed, one after the other. Only public values pass here.</summary>
internal sealed class Rs1Bytes
{
    private readonly ArrayBufferWriter<byte> _written = new();

    public Rs1Bytes U8(byte value) => Raw([value]);

    public Rs1Bytes U16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_written.GetSpan(2), value);
        _written.Advance(2);
        return this;
    }

    public Rs1Bytes U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_written.GetSpan(4), value);
        _written.Advance(4);
        return this;
    }

    public Rs1Bytes Raw(ReadOnlySpan<byte> bytes)
    {
        _written.Write(bytes);
        return this;
    }

    public Rs1Bytes Label(string ascii) => Raw(Encoding.ASCII.GetBytes(ascii));

    /// <exception cref="ArgumentException">More than 65,535 bytes.</exception>
    public Rs1Bytes Lv(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ushort.MaxValue) throw new ArgumentException("A field has at most 65,535 bytes.", nameof(bytes));
        return U16((ushort)bytes.Length).Raw(bytes);
    }

    public Rs1Bytes Lv(string text) => Lv(Encoding.UTF8.GetBytes(text));

    public byte[] ToArray() => _written.WrittenSpan.ToArray();

    public byte[] Hash() => SHA256.HashData(_written.WrittenSpan);
}

/// <summary>How handshake messages are read, on top of what records' messages need.</summary>
internal static class Rs1Reading
{
    /// <summary>Starts reading a message whose first byte must be <paramref name="type"/>.</summary>
    /// <exception cref="WireFormatException">Empty, another type, or longer than any handshake message.</exception>
    public static WireReader Begin(ReadOnlySpan<byte> message, byte type)
    {
        if (message.Length > Rs1Limits.HandshakeBytes) throw new WireFormatException("handshake message too long");
        var reader = new WireReader(message);
        return reader.U8() == type ? reader : throw new WireFormatException("unexpected handshake message");
    }

    /// <summary>A field with its length, which must be <paramref name="length"/>.</summary>
    public static byte[] Lv(this ref WireReader reader, int length) =>
        reader.U16() == length ? reader.Bytes(length).ToArray() : throw new WireFormatException("bad field length");
}
