using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;
using ServiceDesk.RemoteSession.Tests.Screen;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The other end of the relay: paints, acknowledges, and sends what a test wants sent.</summary>
internal sealed class FakeViewer
{
    private readonly UnsealedRecords _seal = new();
    private readonly UnsealedRecords _sealOut = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Lock _painting = new();
    private WebSocket? _socket;

    public byte[]? Hello { get; private set; }

    public ConcurrentQueue<IWireMessage> Received { get; } = [];

    /// <summary>False leaves frames without acknowledgement.</summary>
    public bool Acknowledges { get; set; } = true;

    public PictureDecoder Picture { get; } = new();

    public int Frames { get; private set; }

    public GrantsChanged? Grants => Received.OfType<GrantsChanged>().LastOrDefault();

    public bool Connected => Hello is not null;

    public WebSocketCloseStatus? ClosedWith => _socket?.CloseStatus;

    public bool Over { get; private set; }

    public async Task TalkAsync(WebSocket socket)
    {
        _socket = socket;
        var buffer = new byte[512 * 1024];
        try
        {
            while (true)
            {
                int length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                if (Hello is null)
                    Hello = buffer[..length];
                else
                    await TakeAsync(buffer.AsSpan(0, length).ToArray());
            }
        }
        catch (WebSocketException)
        {
            // The agent is gone without a word; tests look at Over and ClosedWith.
        }
        Over = true;
    }

    public async Task SendAsync(IWireMessage message)
    {
        var plain = new ArrayBufferWriter<byte>();
        message.Write(plain);
        await _sending.WaitAsync();
        try
        {
            await SendRawAsync(_sealOut.Seal(plain.WrittenSpan));
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends where there is still somebody.</summary>
    public async Task TrySendAsync(IWireMessage message)
    {
        try
        {
            await SendAsync(message);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line has ended.
        }
    }

    public async Task SendRawAsync(ReadOnlyMemory<byte> record) =>
        await _socket!.SendAsync(record, WebSocketMessageType.Binary, true, CancellationToken.None);

    /// <summary>Sends one message in fragments of this many bytes.</summary>
    public async Task SendInPiecesAsync(ReadOnlyMemory<byte> message, int piece)
    {
        for (ReadOnlyMemory<byte> rest = message; ; rest = rest[piece..])
        {
            bool last = rest.Length <= piece;
            await _socket!.SendAsync(last ? rest : rest[..piece], WebSocketMessageType.Binary, last, CancellationToken.None);
            if (last)
                return;
        }
    }

    public Task CloseAsync(int code) => _socket!.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);

    public void Abort() => _socket?.Abort();

    /// <summary>The painted picture as R G B bytes.</summary>
    public (byte[] Rgb, int Width, int Height) Copy()
    {
        lock (_painting)
            return (Picture.Rgb.ToArray(), Picture.Width, Picture.Height);
    }

    private async Task TakeAsync(byte[] record)
    {
        _seal.TryOpen(record, out ReadOnlyMemory<byte> plain).ShouldBeTrue();
        IWireMessage message = WireMessage.ReadFromAgent(plain.ToArray());
        Received.Enqueue(message);
        if (message is not FrameUpdate update)
            return;
        bool whole;
        lock (_painting)
            whole = Picture.Apply(update);
        if (!whole)
            return;
        Frames++;
        if (Acknowledges)
            await SendAsync(new FrameAck(update.Frame));
    }
}
