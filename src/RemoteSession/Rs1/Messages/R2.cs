// 06 | lv(sessionId 16) | k u32 | lv(epkC 65) | lv(rC 32) | mac 32     156 bytes, viewer → agent
// mac = HMAC-SHA256(HKDF(RS_k, "", "rs1 resume mac c", 32), R1 | R2 without mac)
using System.Security.Cryptography;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The viewer's half of the new keys, in answer to one R1 and no other.</summary>
internal sealed record R2(Guid SessionId, uint Count, byte[] PublicKey, byte[] Nonce, byte[] Mac)
{
    private const int SessionIdSize = 16;

    public static byte[] Write(
        Guid sessionId, uint count, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> resumeSecret, ReadOnlySpan<byte> r1)
    {
        Rs1Bytes bytes = new Rs1Bytes().U8(Rs1Type.R2).Lv(sessionId.ToByteArray(bigEndian: true)).U32(count).Lv(publicKey).Lv(nonce);
        return bytes.Raw(MacOf(resumeSecret, r1, bytes.ToArray())).ToArray();
    }

    public static R2 Read(ReadOnlySpan<byte> message)
    {
        WireReader reader = Rs1Reading.Begin(message, Rs1Type.R2);
        var read = new R2(
            new Guid(reader.Lv(SessionIdSize), bigEndian: true), reader.U32(),
            reader.Lv(P256KeyPair.PointSize), reader.Lv(KeySchedule.NonceSize), reader.Bytes(KeySchedule.MacSize).ToArray());
        reader.End();
        return read;
    }

    /// <summary>True when <paramref name="message"/>, the bytes this was read from, answers <paramref name="r1"/> and comes from an end that knows the secret.</summary>
    public bool IsFrom(ReadOnlySpan<byte> message, ReadOnlySpan<byte> resumeSecret, ReadOnlySpan<byte> r1) =>
        CryptographicOperations.FixedTimeEquals(Mac, MacOf(resumeSecret, r1, message[..^KeySchedule.MacSize]));

    private static byte[] MacOf(ReadOnlySpan<byte> resumeSecret, ReadOnlySpan<byte> r1, ReadOnlySpan<byte> content) =>
        KeySchedule.Mac(resumeSecret, [], "resume mac c", [.. r1, .. content]);
}
