// 08 | grants u16     3 bytes, agent → viewer
using System.Buffers;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The customer said no to a <see cref="GrantRequest"/>, or did not answer in time.</summary>
/// <param name="Grants">What was declined.</param>
public sealed record GrantDeclined(Grants Grants) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.GrantDeclined);
        writer.U16((ushort)Grants);
    }

    internal static GrantDeclined Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new GrantDeclined(reader.Grants());
        reader.End();
        return message;
    }
}
