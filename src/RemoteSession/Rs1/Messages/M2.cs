// 02 | suite u8 = 1 | lv(pkC 65) | lv(nC 32) | permOffered u16     105 bytes, viewer → agent
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The viewer answers with its key, bound to nothing yet, and says what it may ask for.</summary>
internal sealed record M2(byte[] PublicKey, byte[] Nonce, Grants Offered)
{
    public byte[] Write() =>
        new Rs1Bytes().U8(Rs1Type.M2).U8(M1.Suite).Lv(PublicKey).Lv(Nonce).U16((ushort)Offered).ToArray();

    /// <summary>Null: the viewer chose a suite that was not offered.</summary>
    public static M2? Read(ReadOnlySpan<byte> message)
    {
        WireReader reader = Rs1Reading.Begin(message, Rs1Type.M2);
        if (reader.U8() != M1.Suite) return null;
        var read = new M2(reader.Lv(P256KeyPair.PointSize), reader.Lv(KeySchedule.NonceSize), reader.Grants());
        reader.End();
        return read;
    }
}
