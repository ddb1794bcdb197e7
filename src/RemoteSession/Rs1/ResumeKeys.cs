using System.Security.Cryptography;

namespace ServiceDesk.Remote.Rs1;

/// <summary>What a session keeps for replacing its line: the secret of step k, and the transcript of its handshake.</summary>
internal sealed class ResumeKeys(Guid sessionId, byte[] transcript, ReadOnlySpan<byte> secret, uint count) : IDisposable
{
    private readonly byte[] _secret = secret.ToArray();

    public Guid SessionId { get; } = sessionId;

    /// <summary>k: lines replaced so far.</summary>
    public uint Count { get; } = count;

    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>The records' keys for the new line, and what the next resume starts from. False when the point is not on the curve.</summary>
    public bool TryAgree(
        P256KeyPair pair, ReadOnlySpan<byte> point, ReadOnlySpan<byte> r1, ReadOnlySpan<byte> r2,
        RecordDirection sends, TimeProvider time, out RecordCipher? records, out ResumeKeys? next)
    {
        (records, next) = (null, null);
        byte[] both = [.. _secret, .. new byte[P256KeyPair.SecretSize]]; // RS_k | Z'
        bool agreed = pair.TryAgree(point, both.AsSpan(_secret.Length));
        if (agreed)
        {
            using var secrets = new SessionSecrets(both, KeySchedule.ResumeTranscript(transcript, r1, r2));
            records = new RecordCipher(sends, secrets, time);
            next = new ResumeKeys(SessionId, transcript, secrets.Resume, checked(Count + 1));
        }

        CryptographicOperations.ZeroMemory(both);
        return agreed;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);
}
