// 44 | grantSeq u32     5 bytes, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>Sent every 400 ms while any key or button is down; after 1 s without it the agent releases everything.</summary>
/// <param name="GrantSeq">The grant the viewer acts under.</param>
public sealed record KeysHeld(uint GrantSeq) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.KeysHeld);
        writer.U32(GrantSeq);
    }

    internal static KeysHeld Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new KeysHeld(reader.U32());
        reader.End();
        return message;
    }
}
