// Byte order: big-endian.  u8 1 | u16 2 | i16 2 | u32 4 | bool 1 (0 or 1) | text: UTF-8 without mark
using System.Buffers;
using System.Buffers.Binary;

namespace ServiceDesk.Remote.Wire;

/// <summary>Writes the type and then the fields of a message in wire order.</summary>
internal readonly ref struct WireWriter
{
    private readonly IBufferWriter<byte> _output;

    public WireWriter(IBufferWriter<byte> output, WireType type)
    {
        _output = output;
        U8((byte)type);
    }

    public void U8(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }

    public void Bool(bool value) => U8(value ? (byte)1 : (byte)0);

    public void U16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_output.GetSpan(2), value);
        _output.Advance(2);
    }

    public void I16(short value) => U16(unchecked((ushort)value));

    public void U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_output.GetSpan(4), value);
        _output.Advance(4);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _output.Write(bytes);
}
