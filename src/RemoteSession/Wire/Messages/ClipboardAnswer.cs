// 0c | outcome u8     2 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>What became of a <see cref="ClipboardText"/>, or of a <see cref="ClipboardRequest"/> that is not answered by a text.</summary>
/// <param name="Outcome">What became of it.</param>
public sealed record ClipboardAnswer(ClipboardOutcome Outcome) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.ClipboardAnswer);
        writer.U8((byte)Outcome);
    }

    internal static ClipboardAnswer Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new ClipboardAnswer((ClipboardOutcome)reader.UpTo((byte)ClipboardOutcome.TooLong, "unknown outcome"));
        reader.End();
        return message;
    }
}

/// <summary>What became of a text.</summary>
public enum ClipboardOutcome : byte
{
    /// <summary>It is on the customer's clipboard.</summary>
    Taken = 0,

    /// <summary>The customer said no, or did not answer in time, or it was not allowed.</summary>
    Declined = 1,

    /// <summary>There is no text on the customer's clipboard that was copied since the session began.</summary>
    Nothing = 2,

    /// <summary>The text on the customer's clipboard is longer than a message.</summary>
    TooLong = 3,
}
