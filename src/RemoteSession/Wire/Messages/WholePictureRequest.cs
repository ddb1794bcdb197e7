// 47     1 byte, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The viewer has no picture to build on.</summary>
public sealed record WholePictureRequest() : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        _ = new WireWriter(output, WireType.WholePictureRequest);
    }

    internal static WholePictureRequest Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        reader.End();
        return new WholePictureRequest();
    }
}
