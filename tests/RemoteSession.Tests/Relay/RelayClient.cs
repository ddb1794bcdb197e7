using System.Net.WebSockets;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>An end of the relay as a test plays it. Nothing here waits longer than <see cref="Patience"/> of real time.</summary>
internal sealed class RelayClient(PairedStream line, Task<RelayOutcome> outcome)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public WebSocket Socket { get; } = WebSocket.CreateFromStream(line, new WebSocketCreationOptions { KeepAliveInterval = TimeSpan.Zero });

    /// <summary>What the relay says of this end when it is over.</summary>
    public Task<RelayOutcome> Outcome => outcome.WaitAsync(Patience);

    /// <summary>The bytes below the WebSocket.</summary>
    public Stream Line => line;

    public Task SendAsync(byte[] message, bool last = true, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        Socket.SendAsync(message, type, last, CancellationToken.None).WaitAsync(Patience);

    public async Task<byte[]> ReceiveAsync()
    {
        byte[]? message = await ReceiveOrCloseAsync();
        return message ?? throw new InvalidOperationException($"Closed with {Socket.CloseStatus}.");
    }

    /// <summary>Reads on until the relay closes, answers, and gives the code; null when the line broke.</summary>
    public async Task<RelayCloseCode?> ReceiveCloseAsync()
    {
        try
        {
            while (await ReceiveOrCloseAsync() is not null)
            {
            }

            if (Socket.State == WebSocketState.CloseReceived)
                await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(Patience);
        }
        catch (WebSocketException)
        {
            // The line broke: before a code came, or while this end answered.
        }

        return (RelayCloseCode?)Socket.CloseStatus;
    }

    public Task CloseAsync(RelayCloseCode code) =>
        Socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None).WaitAsync(Patience);

    public void Cut() => line.Dispose();

    private async Task<byte[]?> ReceiveOrCloseAsync()
    {
        var message = new MemoryStream();
        byte[] buffer = new byte[8192];
        while (true)
        {
            ValueWebSocketReceiveResult received = await Socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(Patience);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage) return message.ToArray();
        }
    }
}
