// 45 | grants u16     3 bytes, viewer → agent
using System.Buffers;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The consultant asks for more; the customer decides.</summary>
/// <param name="Grants">What is asked for.</param>
public sealed record GrantRequest(Grants Grants) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.GrantRequest);
        writer.U16((ushort)Grants);
    }

    internal static GrantRequest Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new GrantRequest(reader.Grants());
        reader.End();
        return message;
    }
}
