// 41 | grantSeq u32 | x u16 | y u16 | buttons u8 | wheelX i16 | wheelY i16     14 bytes, viewer → agent
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>The consultant's pointer.</summary>
/// <param name="GrantSeq">The grant the viewer acts under.</param>
/// <param name="X">Pixels from the left edge of the picture; may lie outside it, the agent clamps.</param>
/// <param name="Y">Pixels from its top edge.</param>
/// <param name="Buttons">All buttons that are down.</param>
/// <param name="WheelX">120 = one step to the right.</param>
/// <param name="WheelY">120 = one step down.</param>
public sealed record PointerInput(uint GrantSeq, ushort X, ushort Y, PointerButtons Buttons, short WheelX, short WheelY) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.PointerInput);
        writer.U32(GrantSeq);
        writer.U16(X);
        writer.U16(Y);
        writer.U8((byte)Buttons);
        writer.I16(WheelX);
        writer.I16(WheelY);
    }

    internal static PointerInput Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new PointerInput(reader.U32(), reader.U16(), reader.U16(), (PointerButtons)reader.Bits((byte)PointerButtons.All, "unknown button"), reader.I16(), reader.I16());
        reader.End();
        return message;
    }
}

/// <summary>Mouse buttons that are down.</summary>
[Flags]
public enum PointerButtons : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Left.</summary>
    Left = 1,

    /// <summary>Middle.</summary>
    Middle = 2,

    /// <summary>Right.</summary>
    Right = 4,

    /// <summary>Back, at the side.</summary>
    Back = 8,

    /// <summary>Forward, at the side.</summary>
    Forward = 16,

    /// <summary>Every button there is.</summary>
    All = Left | Middle | Right | Back | Forward,
}
