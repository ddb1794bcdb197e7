using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.Remote.Wire;

/// <summary>Reads messages. Total: any bytes give a message or a <see cref="WireFormatException"/>, nothing else.</summary>
public static class WireMessage
{
    /// <summary>Reads what the agent sends. A <see cref="FrameUpdate"/> or a <see cref="CursorShape"/> keeps a slice of <paramref name="plain"/>; all else is copied.</summary>
    public static IWireMessage ReadFromAgent(ReadOnlyMemory<byte> plain)
    {
        CheckLength(plain.Length, WireLimits.FromAgent);
        ReadOnlyMemory<byte> body = plain[1..];
        return (WireType)plain.Span[0] switch
        {
            WireType.FrameUpdate => FrameUpdate.Read(body),
            WireType.CursorPosition => CursorPosition.Read(body.Span),
            WireType.GrantsChanged => GrantsChanged.Read(body.Span),
            WireType.Paused => Paused.Read(body.Span),
            WireType.End => End.Read(body.Span),
            WireType.Pong => Pong.Read(body.Span),
            WireType.GrantDeclined => GrantDeclined.Read(body.Span),
            WireType.PictureState => PictureState.Read(body.Span),
            WireType.CursorShape => CursorShape.Read(body),
            _ => throw new WireFormatException("unknown type"),
        };
    }

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
            _ => throw new WireFormatException("unknown type"),
        };
    }

    private static void CheckLength(int length, int limit)
    {
        if (length == 0) throw new WireFormatException("no type byte");
        if (length > limit) throw new WireFormatException("message too long");
    }
}
