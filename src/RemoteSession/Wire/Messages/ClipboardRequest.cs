// 4a     1 byte, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The consultant asks for the text of the customer's clipboard. The customer sees it first and says yes or no.</summary>
public sealed record ClipboardRequest() : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        _ = new WireWriter(output, WireType.ClipboardRequest);
    }

    internal static ClipboardRequest Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        reader.End();
        return new ClipboardRequest();
    }
}
