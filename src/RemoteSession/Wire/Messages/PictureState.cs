// 09 | exact u8 | state u8     3 bytes, agent → viewer
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>What there is to say of the picture as of the frames before; holds until the next one. After a lost line it is said anew.</summary>
/// <param name="Exact">The picture equals the customer's screen, pixel by pixel.</param>
/// <param name="State">What the screen is like.</param>
public sealed record PictureState(bool Exact, ScreenState State) : IWireMessage
{
    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.PictureState);
        writer.Bool(Exact);
        writer.U8((byte)State);
    }

    internal static PictureState Read(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var message = new PictureState(reader.Bool(), (ScreenState)reader.UpTo((byte)ScreenState.LineSlow, "unknown screen state"));
        reader.End();
        return message;
    }
}

/// <summary>What there is to say where a black or frozen picture would say nothing.</summary>
public enum ScreenState : byte
{
    /// <summary>The picture follows the screen.</summary>
    Live = 0,

    /// <summary>Locked, or someone signs in: the system shows its own screen.</summary>
    Locked = 1,

    /// <summary>A window forbids capture; its place is black.</summary>
    ProtectedWindow = 2,

    /// <summary>The display is off.</summary>
    DisplayOff = 3,

    /// <summary>The line is slow: frames are held back.</summary>
    LineSlow = 4,
}
