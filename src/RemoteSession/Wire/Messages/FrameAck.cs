// 46 | frame u32     5 bytes, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The frame has been painted.</summary>
/// <param name="Frame">Number of the frame.</param>
public sealed record FrameAck(uint Frame) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.FrameAck);
        writer.U32(Frame);
    }

    internal static FrameAck Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new FrameAck(reader.U32());
        reader.End();
        return message;
    }
}
