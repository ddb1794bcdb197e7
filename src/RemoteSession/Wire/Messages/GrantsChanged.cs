// 03 | grants u16 | grantSeq u32     7 bytes, agent → viewer
using System.Buffers;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>What the customer allows from now on.</summary>
/// <param name="Grants">All grants that hold now.</param>
/// <param name="GrantSeq">Rises by one with every change; input with another number is dropped.</param>
public sealed record GrantsChanged(Grants Grants, uint GrantSeq) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.GrantsChanged);
        writer.U16((ushort)Grants);
        writer.U32(GrantSeq);
    }

    internal static GrantsChanged Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new GrantsChanged(reader.Grants(), reader.U32());
        reader.End();
        return message;
    }
}
