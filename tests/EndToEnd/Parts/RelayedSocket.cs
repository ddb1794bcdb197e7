using System.Net.WebSockets;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>One side of a forwarded socket. Several may send on it.</summary>
public sealed class RelayedSocket(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>Copies all that comes to the other side, the close included, in pieces as they come.</summary>
    public Task CarryToAsync(RelayedSocket other) => ReadAllAsync(other, (piece, type, isLast) => other.SendAsync(piece, type, isLast));

    /// <summary>Hands each whole message on; the close is passed to the other side.</summary>
    public Task CarryToAsync(RelayedSocket other, Func<byte[], Task> hear)
    {
        MemoryStream message = new();
        return ReadAllAsync(other, async (piece, _, isLast) =>
        {
            message.Write(piece.Span);
            if (!isLast)
            {
                return;
            }

            byte[] whole = message.ToArray();
            message.SetLength(0);
            await hear(whole);
        });
    }

    public Task SendAsync(byte[] message) => SendAsync(message, WebSocketMessageType.Binary, isLast: true);

    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();

    private async Task SendAsync(ReadOnlyMemory<byte> piece, WebSocketMessageType type, bool isLast)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(piece, type, isLast, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAllAsync(RelayedSocket other, Func<ReadOnlyMemory<byte>, WebSocketMessageType, bool, Task> hear)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult piece = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (piece.MessageType == WebSocketMessageType.Close)
                {
                    await other.CloseAsync(socket.CloseStatus);
                    return;
                }

                await hear(buffer.AsMemory(0, piece.Count), piece.MessageType, piece.EndOfMessage);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            other.Abort();
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus? status)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status is null or WebSocketCloseStatus.Empty ? WebSocketCloseStatus.NormalClosure : status.Value, null, CancellationToken.None);
        }
    }
}
