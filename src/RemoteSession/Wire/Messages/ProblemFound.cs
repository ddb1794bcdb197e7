// 49     1 byte, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The consultant found a problem on the customer's machine: control goes back at once, and the customer is asked whether to go on.</summary>
public sealed record ProblemFound() : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        _ = new WireWriter(output, WireType.ProblemFound);
    }

    internal static ProblemFound Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        reader.End();
        return new ProblemFound();
    }
}
