// H = SHA-256, HKDF = RFC 5869 with SHA-256, lv = length u16 + bytes, labels ASCII
// commit  = H("rs1 commit" | H(ctx) | lv(pkA) | lv(nA))
// TH      = H("rs1 transcript" | lv(ctx) | lv(M1) | lv(M2) | lv(M3))           TH' = H("rs1 resume" | TH | lv(R1) | lv(R2))
// D(l, L) = HKDF(Z, TH, "rs1 " + l, L)                                         D'(l, L) = HKDF(RS | Z', TH', "rs1 " + l, L)
using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Remote.Rs1;

/// <summary>The hashes and derivations of the handshake and the resume.</summary>
internal static class KeySchedule
{
    public const int SecretSize = 32;
    public const int NonceSize = 32;
    public const int MacSize = 32;
    public const int HashSize = 32;

    public static byte[] Commitment(ReadOnlySpan<byte> contextHash, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> nonce) =>
        new Rs1Bytes().Label("rs1 commit").Raw(contextHash).Lv(publicKey).Lv(nonce).Hash();

    public static byte[] Transcript(Rs1Context context, ReadOnlySpan<byte> m1, ReadOnlySpan<byte> m2, ReadOnlySpan<byte> m3) =>
        new Rs1Bytes().Label("rs1 transcript").Lv(context.Bytes).Lv(m1).Lv(m2).Lv(m3).Hash();

    public static byte[] ResumeTranscript(ReadOnlySpan<byte> transcript, ReadOnlySpan<byte> r1, ReadOnlySpan<byte> r2) =>
        new Rs1Bytes().Label("rs1 resume").Raw(transcript).Lv(r1).Lv(r2).Hash();

    /// <summary>HKDF. <paramref name="label"/> stands without its <c>rs1 </c>.</summary>
    public static byte[] Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, string label, int length)
    {
        byte[] derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, derived, salt, Encoding.ASCII.GetBytes("rs1 " + label));
        return derived;
    }

    /// <summary>HMAC-SHA256 under a key derived for this one use.</summary>
    public static byte[] Mac(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, string label, ReadOnlySpan<byte> content)
    {
        byte[] key = Derive(secret, salt, label, SecretSize);
        byte[] mac = HMACSHA256.HashData(key, content);
        CryptographicOperations.ZeroMemory(key);
        return mac;
    }
}
