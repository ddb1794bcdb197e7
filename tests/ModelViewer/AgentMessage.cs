using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.ModelViewer;

/// <summary>Reads what the agent sends, as <c>wire.js</c> does. Total: any bytes give a message or a <see cref="WireFormatException"/>, nothing else.</summary>
public static class AgentMessage
{
    /// <summary>A <see cref="FrameUpdate"/> or a <see cref="CursorShape"/> keeps a slice of <paramref name="plain"/>; all else is copied.</summary>
    public static IWireMessage Read(ReadOnlyMemory<byte> plain)
    {
        WireMessage.CheckLength(plain.Length, WireLimits.FromAgent);
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
            WireType.ClipboardText => ClipboardText.Read(body.Span),
            WireType.ClipboardAnswer => ClipboardAnswer.Read(body.Span),
            _ => throw new WireFormatException("unknown type"),
        };
    }
}
