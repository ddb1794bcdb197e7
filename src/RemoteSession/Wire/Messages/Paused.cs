// 04 | reason u8     2 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>No input is taken, or it is again. Frames go on only while the customer's hand is on the mouse.</summary>
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
        var message = new Paused((PauseReason)reader.UpTo((byte)PauseReason.ProblemFound, "unknown pause"));
        reader.End();
        return message;
    }
}

/// <summary>Why the agent takes no input.</summary>
public enum PauseReason : byte
{
    /// <summary>Running again.</summary>
    Running = 0,

    /// <summary>The customer paused.</summary>
    ByCustomer = 1,

    /// <summary>The customer's own hand is on mouse or keyboard.</summary>
    HandOnMouse = 2,

    /// <summary>The consultant found a problem; the customer is asked whether to go on.</summary>
    ProblemFound = 3,
}
