// HMAC-SHA256(D("confirm c", 32), TH)     32 bytes without a type, viewer → agent
using System.Security.Cryptography;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The viewer shows that it has the same key, and has seen the same messages in the same context.</summary>
internal sealed record M4(byte[] Mac)
{
    public byte[] Write() => Mac;

    public static M4 Read(ReadOnlySpan<byte> message) =>
        message.Length == KeySchedule.MacSize ? new M4(message.ToArray()) : throw new WireFormatException("not a confirmation");

    public bool Confirms(HandshakeKeys keys) => CryptographicOperations.FixedTimeEquals(Mac, keys.ViewerMac);
}
