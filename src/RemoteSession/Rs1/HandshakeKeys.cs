// number = be64(D("sas", 8)) mod 10^6 or 10^8     finC = HMAC(D("confirm c", 32), TH)     finA = HMAC(D("confirm a", 32), TH)
using System.Security.Cryptography;

namespace ServiceDesk.Remote.Rs1;

/// <summary>All that follows from the shared secret and the transcript of one handshake.</summary>
internal sealed class HandshakeKeys : IDisposable
{
    /// <param name="agreed">The ECDH secret Z; the caller wipes it.</param>
    /// <param name="transcript">TH.</param>
    /// <param name="length">Digits of the verification number.</param>
    public HandshakeKeys(ReadOnlySpan<byte> agreed, byte[] transcript, NumberLength length)
    {
        Transcript = transcript;
        ViewerMac = KeySchedule.Mac(agreed, transcript, "confirm c", transcript);
        AgentMac = KeySchedule.Mac(agreed, transcript, "confirm a", transcript);
        byte[] drawn = KeySchedule.Derive(agreed, transcript, "sas", VerificationNumber.DrawnSize);
        Number = VerificationNumber.From(drawn, length);
        CryptographicOperations.ZeroMemory(drawn);
        Secrets = new SessionSecrets(agreed, transcript);
    }

    public byte[] Transcript { get; }

    public byte[] ViewerMac { get; }

    public byte[] AgentMac { get; }

    public VerificationNumber Number { get; }

    public SessionSecrets Secrets { get; }

    public void Dispose() => Secrets.Dispose();
}
