// secret a2c 32 | secret c2a 32 | resume 32, each D(label, 32)
using System.Security.Cryptography;

namespace ServiceDesk.Remote.Rs1;

/// <summary>The three secrets a handshake or a resume leaves: one for each direction's records, one for the next resume.</summary>
internal sealed class SessionSecrets(ReadOnlySpan<byte> agreed, ReadOnlySpan<byte> transcript) : IDisposable
{
    public byte[] FromAgent { get; } = KeySchedule.Derive(agreed, transcript, "secret a2c", KeySchedule.SecretSize);

    public byte[] FromViewer { get; } = KeySchedule.Derive(agreed, transcript, "secret c2a", KeySchedule.SecretSize);

    public byte[] Resume { get; } = KeySchedule.Derive(agreed, transcript, "resume", KeySchedule.SecretSize);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(FromAgent);
        CryptographicOperations.ZeroMemory(FromViewer);
        CryptographicOperations.ZeroMemory(Resume);
    }
}
