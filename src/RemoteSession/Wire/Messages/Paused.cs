// 04 | reason u8     2 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>No frames come and no input is taken, or they do again.</summary>
/// <param name="Reason">Why.</param>
public sealed record Paused(PauseReason Reason) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.Paused);
        writer.U8((byte)Reason);
    }

    internal static Paused Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new Paused((PauseReason)reader.UpTo((byte)PauseReason.ByCustomer, "unknown pause"));
        reader.End();
        return message;
    }
}

/// <summary>Why there are no frames.</summary>
public enum PauseReason : byte
{
    /// <summary>Running again.</summary>
    Running = 0,

    /// <summary>The customer paused.</summary>
    ByCustomer = 1,
}
