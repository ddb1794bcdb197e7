// 06 | token u32     5 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The answer to a <see cref="Ping"/>.</summary>
/// <param name="Token">The ping's.</param>
public sealed record Pong(uint Token) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.Pong);
        writer.U32(Token);
    }

    internal static Pong Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new Pong(reader.U32());
        reader.End();
        return message;
    }
}
