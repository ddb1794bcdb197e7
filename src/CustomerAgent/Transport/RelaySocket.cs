using System.Buffers.Text;
using System.Net.WebSockets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>The agent's place at the relay: whole binary messages there and back, whatever is in them. One may send and one receive at a time.</summary>
internal sealed class RelaySocket : IDisposable
{
    /// <summary>Longest message that may come from the viewer, in bytes. It has its place from the start and is never moved to a larger one.</summary>
    public static readonly int MostReceived = new RelayLimits().FromViewer.MessageBytes;

    private Task<ReadOnlyMemory<byte>?>? _next;
    private readonly ClientWebSocket _socket;
    private readonly byte[] _received = new byte[MostReceived + 1];

    private RelaySocket(ClientWebSocket socket) => _socket = socket;

    /// <summary>Connects and shows the relay the token.</summary>
    /// <param name="path">The relay's path on the desk's server.</param>
    /// <param name="token">The one-time token, in base64url.</param>
    public static async Task<RelaySocket> OpenAsync(Uri desk, string path, string token, CancellationToken patience)
    {
        var address = new UriBuilder(new Uri(desk, path)) { Scheme = desk.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" };
        byte[] join = [RelayDoor.JoinMark, (byte)RelaySide.Agent, .. Base64Url.DecodeFromChars(token)];
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(RelayDoor.Subprotocol);
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        try
        {
            await socket.ConnectAsync(address.Uri, patience);
            await socket.SendAsync(join, WebSocketMessageType.Binary, endOfMessage: true, patience);
            return new RelaySocket(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends one message. Returns when the line has taken it all: that is the back-pressure.</summary>
    /// <exception cref="WebSocketException">The line broke.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> message) =>
        _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    /// <summary>The next whole message, good until the one after it; null when the relay has closed the line.</summary>
    /// <exception cref="WireFormatException">What came is no binary message or longer than <see cref="MostReceived"/>.</exception>
    /// <exception cref="WebSocketException">The line broke.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        Task<ReadOnlyMemory<byte>?> next = PeekAsync();
        try
        {
            return await next;
        }
        finally
        {
            _next = null;
        }
    }

    /// <summary>Waits for what <see cref="ReceiveAsync"/> gives next, and leaves it there.</summary>
    public Task<ReadOnlyMemory<byte>?> PeekAsync() => _next ??= ReceiveWholeAsync();

    private async Task<ReadOnlyMemory<byte>?> ReceiveWholeAsync()
    {
        for (int length = 0; ;)
        {
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(_received.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.MessageType == WebSocketMessageType.Text)
                throw new WireFormatException("not binary");
            length += part.Count;
            if (length > MostReceived)
                throw new WireFormatException("record too long");
            if (part.EndOfMessage)
                return _received.AsMemory(0, length);
        }
    }

    /// <summary>Why the relay closed: who ended or refused it, it had lasted as long as it may, or a line was lost.</summary>
    public SessionEndReason ReasonOfClose => (RelayCloseCode?)_socket.CloseStatus switch
    {
        RelayCloseCode.Ended => SessionEndReason.ConsultantEnded,
        RelayCloseCode.EndedByCustomer => SessionEndReason.CustomerEnded,
        RelayCloseCode.EndedByDesk => SessionEndReason.ServerEnded,
        RelayCloseCode.TimeLimit => SessionEndReason.TimeLimit,
        { } code => EndOfSession.ReasonOf((CloseCode)code) ?? SessionEndReason.LineLost,
        null => SessionEndReason.LineLost,
    };

    /// <summary>Waits until the relay has closed the line; what still comes is thrown away.</summary>
    public async Task ClosedAsync(CancellationToken patience)
    {
        while (_socket.State == WebSocketState.Open)
            await _socket.ReceiveAsync(_received.AsMemory(), patience);
    }

    /// <summary>Hangs up and says why.</summary>
    public Task CloseAsync(CloseCode code, CancellationToken patience) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, patience);

    /// <summary>Lets the line go without a word, whoever still sends or listens on it.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
