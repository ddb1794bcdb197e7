// Byte order: big-endian.  u8 1 | u16 2 | i16 2 | u32 4 | bool 1 (0 or 1) | text: UTF-8 without mark
using System.Buffers.Binary;
using System.Text;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Remote.Wire;

/// <summary>Reads the fields of a message's body in wire order. Every read past the end throws <see cref="WireFormatException"/>.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> body)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> _body = body;

    public int Position { get; private set; }

    public readonly int Remaining => _body.Length - Position;

    public byte U8() => Bytes(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2));

    public short I16() => BinaryPrimitives.ReadInt16BigEndian(Bytes(2));

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4));

    /// <summary>A byte that is 0 or 1.</summary>
    public bool Bool() => UpTo(1, "bad boolean") == 1;

    /// <summary>A byte that may not be above <paramref name="last"/>.</summary>
    public byte UpTo(byte last, string problem)
    {
        byte value = U8();
        return value <= last ? value : throw new WireFormatException(problem);
    }

    /// <summary>A byte in which only the bits of <paramref name="known"/> may be set.</summary>
    public byte Bits(byte known, string problem)
    {
        byte value = U8();
        return (value & ~known) == 0 ? value : throw new WireFormatException(problem);
    }

    public Grants Grants()
    {
        const Grants Known = Joining.Grants.View | Joining.Grants.Control | Joining.Grants.ClipboardToConsultant
            | Joining.Grants.ClipboardToCustomer | Joining.Grants.FileToCustomer;
        var value = (Grants)U16();
        return (value & ~Known) == 0 ? value : throw new WireFormatException("unknown grant");
    }

    public string Text(int bytes)
    {
        try
        {
            return StrictUtf8.GetString(Bytes(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw new WireFormatException("not UTF-8");
        }
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > Remaining) throw new WireFormatException("body too short");
        ReadOnlySpan<byte> bytes = _body.Slice(Position, count);
        Position += count;
        return bytes;
    }

    /// <summary>Nothing may be left.</summary>
    public readonly void End()
    {
        if (Remaining != 0) throw new WireFormatException("body too long");
    }
}
