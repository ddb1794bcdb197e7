using System.Net.WebSockets;

namespace ServiceDesk.Remote.Relay;

/// <summary>What came from a socket.</summary>
internal enum RelayRead
{
    Message,
    Empty,
    Text,
    TooBig,
    TooMany,
    Ended,

    // An end's verdict on what the other sent, or did not: its close code goes on to the other.
    FoundMalformed,
    FoundLate,
    FoundDifferent,
    FoundOutdated,
    FoundUnsafe,
    Lost,
}

/// <summary>A socket as the relay uses it: whole messages up to a bound, and closing with a code. A broken line is an answer here, not an exception.</summary>
/// <param name="socket">Open. One reader and one writer at a time.</param>
/// <param name="messageBytes">Longest message; memory never grows past it by more than a byte.</param>
/// <param name="closeGrace">How long a close may take.</param>
/// <param name="time">For the grace.</param>
internal sealed class RelayLine(WebSocket socket, int messageBytes, TimeSpan closeGrace, TimeProvider time)
{
    private const int FirstBuffer = 1024;
    private byte[] _buffer = new byte[Math.Min(FirstBuffer, messageBytes + 1)];
    private int _length;

    /// <summary>The message read last, until the next read.</summary>
    public ReadOnlyMemory<byte> Message => _buffer.AsMemory(0, _length);

    /// <summary>Reads one whole message, in however many fragments it comes.</summary>
    public async Task<RelayRead> ReadAsync()
    {
        _length = 0;
        while (true)
        {
            if (_length == _buffer.Length) Array.Resize(ref _buffer, Math.Min(_length * 2, messageBytes + 1));
            ValueWebSocketReceiveResult received;
            try
            {
                received = await socket.ReceiveAsync(_buffer.AsMemory(_length), CancellationToken.None);
            }
            catch (Exception e) when (IsLineLoss(e))
            {
                return RelayRead.Lost;
            }

            if (received.MessageType == WebSocketMessageType.Close) return Meant((RelayCloseCode?)socket.CloseStatus);
            if (received.MessageType == WebSocketMessageType.Text) return RelayRead.Text;
            _length += received.Count;
            if (_length > messageBytes) return RelayRead.TooBig;
            if (received.EndOfMessage) return _length == 0 ? RelayRead.Empty : RelayRead.Message;
        }
    }

    /// <summary>Writes one message; false when the line is lost. Returns when the socket has taken it all: that is the back-pressure.</summary>
    public async Task<bool> TryWriteAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (IsLineLoss(e))
        {
            return false;
        }
    }

    /// <summary>Closes with a code. What still comes is thrown away until the other end answers or the grace is over; then the line is dropped.</summary>
    /// <param name="code">The code.</param>
    /// <param name="reading">Whoever still reads from this line; it must stop at the next message.</param>
    public async Task CloseAsync(RelayCloseCode code, Task reading)
    {
        await using ITimer grace = time.CreateTimer(_ => socket.Abort(), null, closeGrace, Timeout.InfiniteTimeSpan);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);
            await reading;
            while (socket.State == WebSocketState.CloseSent)
                await socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
        }
        catch (Exception e) when (IsLineLoss(e))
        {
            await reading;
        }

        if (socket.State != WebSocketState.Closed) socket.Abort();
    }

    private static RelayRead Meant(RelayCloseCode? code) => code switch
    {
        RelayCloseCode.Ended => RelayRead.Ended,
        RelayCloseCode.Malformed => RelayRead.FoundMalformed,
        RelayCloseCode.TimedOut => RelayRead.FoundLate,
        RelayCloseCode.ContextChanged => RelayRead.FoundDifferent,
        RelayCloseCode.Version => RelayRead.FoundOutdated,
        RelayCloseCode.SecurityCheck => RelayRead.FoundUnsafe,
        _ => RelayRead.Lost,
    };

    private static bool IsLineLoss(Exception e) =>
        e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;
}
