// 01 | version u8 = 1 | lv(suites = 01) | lv(sessionId 16) | attempt u8 1…3 | lv(commit 32)     58 bytes, agent → viewer
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1.Messages;

/// <summary>The agent begins and commits itself to a key it does not show yet.</summary>
internal sealed record M1(Guid SessionId, byte Attempt, byte[] Commit)
{
    public const byte Version = 1;
    public const byte Suite = 1;

    private const int SessionIdSize = 16;

    public byte[] Write() => new Rs1Bytes().U8(Rs1Type.M1).U8(Version).Lv([Suite])
        .Lv(SessionId.ToByteArray(bigEndian: true)).U8(Attempt).Lv(Commit).ToArray();

    /// <summary>Null: the agent speaks another version, or no suite we know.</summary>
    public static M1? Read(ReadOnlySpan<byte> message)
    {
        WireReader reader = Rs1Reading.Begin(message, Rs1Type.M1);
        if (reader.U8() != Version) return null;
        bool known = reader.Bytes(reader.U16()).Contains(Suite);
        var sessionId = new Guid(reader.Lv(SessionIdSize), bigEndian: true);
        byte attempt = reader.U8();
        if (attempt is 0 or > Rs1Limits.Handshakes) throw new WireFormatException("bad attempt");
        byte[] commit = reader.Lv(KeySchedule.HashSize);
        reader.End();
        return known ? new M1(sessionId, attempt, commit) : null;
    }
}
