// 05 | lv(sessionId 16) | k u32 | lv(epkA 65) | lv(rA 32) | mac 32     156 bytes, agent → viewer
// mac = HMAC-SHA256(HKDF(RS_k, "", "rs1 resume mac a", 32), R1 without mac)
using System.Security.Cryptography;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The agent is back on a new line and asks for new keys. <paramref name="Count"/> is k, the lines replaced so far.</summary>
internal sealed record R1(Guid SessionId, uint Count, byte[] PublicKey, byte[] Nonce, byte[] Mac)
{
    private const int SessionIdSize = 16;

    public static byte[] Write(Guid sessionId, uint count, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> resumeSecret)
    {
        Rs1Bytes bytes = new Rs1Bytes().U8(Rs1Type.R1).Lv(sessionId.ToByteArray(bigEndian: true)).U32(count).Lv(publicKey).Lv(nonce);
        return bytes.Raw(MacOf(resumeSecret, bytes.ToArray())).ToArray();
    }

    public static R1 Read(ReadOnlySpan<byte> message)
    {
        WireReader reader = Rs1Reading.Begin(message, Rs1Type.R1);
        var read = new R1(
            new Guid(reader.Lv(SessionIdSize), bigEndian: true), reader.U32(),
            reader.Lv(P256KeyPair.PointSize), reader.Lv(KeySchedule.NonceSize), reader.Bytes(KeySchedule.MacSize).ToArray());
        reader.End();
        return read;
    }

    /// <summary>True when <paramref name="message"/>, the bytes this was read from, comes from an end that knows the secret.</summary>
    public bool IsFrom(ReadOnlySpan<byte> message, ReadOnlySpan<byte> resumeSecret) =>
        CryptographicOperations.FixedTimeEquals(Mac, MacOf(resumeSecret, message[..^KeySchedule.MacSize]));

    private static byte[] MacOf(ReadOnlySpan<byte> resumeSecret, ReadOnlySpan<byte> content) =>
        KeySchedule.Mac(resumeSecret, [], "resume mac a", content);
}
