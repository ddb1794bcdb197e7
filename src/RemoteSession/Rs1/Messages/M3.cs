// 03 | lv(pkA 65) | lv(nA 32)     102 bytes, agent → viewer
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The agent shows the key it committed itself to.</summary>
internal sealed record M3(byte[] PublicKey, byte[] Nonce)
{
    public byte[] Write() => new Rs1Bytes().U8(Rs1Type.M3).Lv(PublicKey).Lv(Nonce).ToArray();

    public static M3 Read(ReadOnlySpan<byte> message)
    {
        WireReader reader = Rs1Reading.Begin(message, Rs1Type.M3);
        var read = new M3(reader.Lv(P256KeyPair.PointSize), reader.Lv(KeySchedule.NonceSize));
        reader.End();
        return read;
    }
}
