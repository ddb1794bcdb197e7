// 02 | x u16 | y u16 | visible u8     6 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>Where the pointer is on the customer's screen.</summary>
/// <param name="X">Pixels from the left edge of the picture.</param>
/// <param name="Y">Pixels from its top edge.</param>
/// <param name="Visible">False while the customer's system hides the pointer.</param>
public sealed record CursorPosition(ushort X, ushort Y, bool Visible) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.CursorPosition);
        writer.U16(X);
        writer.U16(Y);
        writer.Bool(Visible);
    }

    internal static CursorPosition Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new CursorPosition(reader.U16(), reader.U16(), reader.Bool());
        reader.End();
        return message;
    }
}
