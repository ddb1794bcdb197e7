// 07 | granted u16 | grantSeq u32 = 1     7 bytes, the first record agent → viewer
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The customer typed the right number. Pictures may follow, and input if it is granted.</summary>
internal sealed record M6(Grants Granted)
{
    /// <summary>The number of the first grant; every later one counts on from it.</summary>
    public const uint GrantSeq = 1;

    public byte[] Write() => new Rs1Bytes().U8(Rs1RecordType.NumberAccepted).U16((ushort)Granted).U32(GrantSeq).ToArray();

    public static M6 Read(ReadOnlySpan<byte> plain)
    {
        var reader = new WireReader(plain);
        if (reader.U8() != Rs1RecordType.NumberAccepted) throw new WireFormatException("the number is not accepted yet");
        var read = new M6(reader.Grants());
        if (reader.U32() != GrantSeq) throw new WireFormatException("bad first grant");
        reader.End();
        return read;
    }
}
