// 05 | reason u8     2 bytes, both ways
using System.Buffers;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The sender ends the session; nothing follows.</summary>
/// <param name="Reason">Why.</param>
public sealed record End(SessionEndReason Reason) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.End);
        writer.U8((byte)Reason);
    }

    internal static End Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new End((SessionEndReason)reader.UpTo((byte)SessionEndReason.TextChanged, "unknown reason"));
        reader.End();
        return message;
    }
}
