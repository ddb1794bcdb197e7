// 02 | x u16 | y u16 | visible u8 | shape u16     8 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>Where the pointer is on the customer's screen.</summary>
/// <param name="X">Pixels from the left edge of the picture.</param>
/// <param name="Y">Pixels from its top edge.</param>
/// <param name="Visible">False while the customer's system hides the pointer.</param>
/// <param name="Shape">Id of a <see cref="CursorShape"/> that was sent; 0 when none is known.</param>
public sealed record CursorPosition(ushort X, ushort Y, bool Visible, ushort Shape) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.CursorPosition);
        writer.U16(X);
        writer.U16(Y);
        writer.Bool(Visible);
        writer.U16(Shape);
    }

    internal static CursorPosition Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new CursorPosition(reader.U16(), reader.U16(), reader.Bool(), reader.U16());
        reader.End();
        return message;
    }
}
