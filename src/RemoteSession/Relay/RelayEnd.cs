using System.Net.WebSockets;

namespace ServiceDesk.Remote.Relay;

/// <summary>One end of a room: its line, what it has sent, and how much it may.</summary>
internal sealed class RelayEnd
{
    private readonly TokenBucket _messages;
    private readonly TokenBucket _bytes;

    public RelayEnd(RelaySide side, WebSocket socket, RelayLimits limits, TimeProvider time)
    {
        RelayDirectionLimits own = limits.From(side);
        Side = side;
        Line = new RelayLine(socket, own.MessageBytes, limits.CloseGrace, time);
        _messages = new TokenBucket(own.MessagesPerSecond, 2 * (own.MessagesPerSecond ?? 0), time);
        _bytes = new TokenBucket(own.BytesPerSecond, own.BurstBytes, time);
    }

    public RelaySide Side { get; }

    public RelayLine Line { get; }

    /// <summary>Content bytes this end has sent.</summary>
    public long BytesSent { get; private set; }

    /// <summary>How long to read nothing after the last message, so that the byte rate is kept.</summary>
    public TimeSpan Pause { get; private set; }

    public async Task<RelayRead> ReadAsync()
    {
        RelayRead read = await Line.ReadAsync();
        if (read != RelayRead.Message) return read;
        BytesSent += Line.Message.Length;
        Pause = _bytes.Take(Line.Message.Length);
        return _messages.Take(1) == TimeSpan.Zero ? RelayRead.Message : RelayRead.TooMany;
    }
}
