using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.Remote.Wire;

/// <summary>Reads messages. Total: any bytes give a message or a <see cref="WireFormatException"/>, nothing else. The agent's are read by the viewer, in <c>wire.js</c>.</summary>
public static class WireMessage
{
    /// <summary>Reads what the viewer sends.</summary>
    public static IWireMessage ReadFromViewer(ReadOnlySpan<byte> plain)
    {
        CheckLength(plain.Length, WireLimits.FromViewer);
        ReadOnlySpan<byte> body = plain[1..];
        return (WireType)plain[0] switch
        {
            WireType.End => End.Read(body),
            WireType.PointerInput => PointerInput.Read(body),
            WireType.KeyInput => KeyInput.Read(body),
            WireType.TextInput => TextInput.Read(body),
            WireType.KeysHeld => KeysHeld.Read(body),
            WireType.GrantRequest => GrantRequest.Read(body),
            WireType.FrameAck => FrameAck.Read(body),
            WireType.WholePictureRequest => WholePictureRequest.Read(body),
            WireType.Ping => Ping.Read(body),
            WireType.ProblemFound => ProblemFound.Read(body),
            WireType.ClipboardText => ClipboardText.Read(body),
            WireType.ClipboardRequest => ClipboardRequest.Read(body),
            _ => throw new WireFormatException("unknown type"),
        };
    }

    internal static void CheckLength(int length, int limit)
    {
        if (length == 0) throw new WireFormatException("no type byte");
        if (length > limit) throw new WireFormatException("message too long");
    }
}
