// HMAC-SHA256(D("confirm a", 32), TH)     32 bytes without a type, agent → viewer
using System.Security.Cryptography;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The agent shows that it has the same key, and has seen the same messages in the same context.</summary>
internal sealed record M5(byte[] Mac)
{
    public byte[] Write() => Mac;

    public static M5 Read(ReadOnlySpan<byte> message) =>
        message.Length == KeySchedule.MacSize ? new M5(message.ToArray()) : throw new WireFormatException("not a confirmation");

    public bool Confirms(HandshakeKeys keys) => CryptographicOperations.FixedTimeEquals(Mac, keys.AgentMac);
}
