// 48 | token u32     5 bytes, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>Sent every 5 s; after 15 s of silence the agent releases all input.</summary>
/// <param name="Token">Comes back in the <see cref="Pong"/>.</param>
public sealed record Ping(uint Token) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.Ping);
        writer.U32(Token);
    }

    internal static Ping Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new Ping(reader.U32());
        reader.End();
        return message;
    }
}
