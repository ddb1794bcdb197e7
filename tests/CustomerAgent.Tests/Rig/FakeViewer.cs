using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;
using ServiceDesk.RemoteSession.Tests.Screen;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The other end of the relay, with the real rs1: answers the handshake, paints, acknowledges, and sends what a test wants sent.</summary>
internal sealed class FakeViewer
{
    private const uint OwnPings = 0xF000_0000;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Lock _painting = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private WebSocket? _socket;
    private HandshakeViewer? _handshake;
    private RecordCipher? _records;
    private ResumeViewer? _resume;
    private uint _pinged = OwnPings;

    public byte[]? Hello { get; private set; }

    /// <summary>What this end believes to have in common with the agent.</summary>
    public Rs1Context? Context { get; set; }

    /// <summary>What it may ask for.</summary>
    public Grants Offered { get; set; } = (Grants)31;

    /// <summary>The messages in records, those of rs1's own left out. M6 stands here as the first <see cref="GrantsChanged"/>.</summary>
    public ConcurrentQueue<IWireMessage> Received { get; } = [];

    /// <summary>Each message of the current line that came before any record.</summary>
    public ConcurrentQueue<byte[]> HandshakeMessages { get; } = [];

    /// <summary>Records of the current line, as they came.</summary>
    public ConcurrentQueue<byte[]> Records { get; } = [];

    /// <summary>False leaves frames without acknowledgement.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>False keeps quiet.</summary>
    public bool Pings { get; set; } = true;

    /// <summary>False leaves the agent's messages before the first record without an answer.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>What becomes of a message on its way to the agent.</summary>
    public Func<byte[], byte[]> OnTheWay { get; set; } = message => message;

    public PictureDecoder Picture { get; } = new();

    public int Frames { get; private set; }

    public GrantsChanged? Grants => Received.OfType<GrantsChanged>().LastOrDefault();

    public bool Connected => Hello is not null;

    /// <summary>How often the agent came.</summary>
    public int Lines { get; private set; }

    /// <summary>Digits to be read out.</summary>
    public string? Number => _handshake?.Number?.Digits;

    /// <summary>Six digits that are not the number.</summary>
    public string WrongNumber => Number == "000000" ? "000001" : "000000";

    public int Attempt => _handshake?.Attempt ?? 0;

    public bool IsVerified => _resume is not null;

    public CloseCode? HandshakeFailure => _handshake?.Failure;

    public WebSocketCloseStatus? ClosedWith => _socket?.CloseStatus;

    public bool Over { get; private set; }

    public async Task TalkAsync(WebSocket socket)
    {
        (_socket, Hello, Over) = (socket, null, false);
        Lines++;
        HandshakeMessages.Clear();
        Records.Clear();
        if (_resume is null)
            _handshake ??= new HandshakeViewer(Context!, Offered, TimeProvider.System, _random);
        else
            _records = null;
        var buffer = new byte[512 * 1024];
        using var pinging = new CancellationTokenSource();
        Task ping = PingAsync(socket, pinging.Token);
        try
        {
            while (await ReceiveAsync(socket, buffer) is { } message)
            {
                if (Hello is null)
                    Hello = message;
                else
                    await TakeAsync(message);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The agent is gone without a word; tests look at Over and ClosedWith.
        }
        await pinging.CancelAsync();
        await ping;
        _resume?.LineLost();
        Over = true;
    }

    public async Task SendAsync(IWireMessage message)
    {
        var plain = new ArrayBufferWriter<byte>();
        message.Write(plain);
        await _sending.WaitAsync();
        try
        {
            await SendRawAsync(_records!.Seal(plain.WrittenSpan).ToArray());
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The keys of this direction change.</summary>
    public async Task UpdateKeysAsync()
    {
        await _sending.WaitAsync();
        try
        {
            await SendRawAsync(_records!.SealKeyUpdate().ToArray());
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Seals a message and does not send it.</summary>
    public byte[] Seal(IWireMessage message)
    {
        var plain = new ArrayBufferWriter<byte>();
        message.Write(plain);
        return _records!.Seal(plain.WrittenSpan).ToArray();
    }

    /// <summary>Seals what is no message.</summary>
    public byte[] SealGarbage() => _records!.Seal([0x7F, 1, 2, 3]).ToArray();

    /// <summary>Sends where there is still somebody.</summary>
    public async Task TrySendAsync(IWireMessage message)
    {
        try
        {
            await SendAsync(message);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException or NullReferenceException)
        {
            // The line has ended.
        }
    }

    public async Task SendRawAsync(byte[] message) =>
        await _socket!.SendAsync(OnTheWay(message), WebSocketMessageType.Binary, true, CancellationToken.None);

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

    /// <summary>Everything that was sent before has been handled.</summary>
    /// <param name="token">One that was not used before.</param>
    public async Task UntilHandledAsync(uint token)
    {
        await SendAsync(new Ping(token));
        await Shell.UntilAsync(() => Received.Contains(new Pong(token)), "an answer");
    }

    public Task CloseAsync(int code) => _socket!.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);

    public void Abort() => _socket?.Abort();

    /// <summary>The painted picture as R G B bytes.</summary>
    public (byte[] Rgb, int Width, int Height) Copy()
    {
        lock (_painting)
            return (Picture.Rgb.ToArray(), Picture.Width, Picture.Height);
    }

    private static async Task<byte[]?> ReceiveAsync(WebSocket socket, byte[] buffer)
    {
        int length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : buffer[..length];
    }

    private async Task PingAsync(WebSocket socket, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), over);
                if (Pings && _records is not null && _socket == socket)
                    await TrySendAsync(new Ping(++_pinged));
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The line has ended.
        }
    }

    private async Task TakeAsync(byte[] message)
    {
        if (_records is not null)
        {
            Records.Enqueue(message);
            _records.TryOpen(message, out ReadOnlyMemory<byte> plain).ShouldBeTrue();
            if (!plain.IsEmpty)
                await ReadAsync(AgentMessage.Read(plain.ToArray()));
            return;
        }
        HandshakeMessages.Enqueue(message);
        if (!Answers)
            return;
        if (_resume is not null)
            await ResumeAsync(message);
        else
            await ShakeHandsAsync(message);
    }

    private async Task ShakeHandsAsync(byte[] message)
    {
        byte[]? reply = _handshake!.Receive(message);
        if (reply is null)
        {
            await CloseAsync((int)_handshake.Failure!);
            return;
        }
        if (_handshake.Line is { } line)
        {
            Received.Enqueue(new GrantsChanged(line.Granted, line.GrantSeq));
            (_records, _resume) = (line.Records, line.Resume);
        }
        if (reply.Length > 0)
            await SendRawAsync(reply);
    }

    private async Task ResumeAsync(byte[] message)
    {
        if (_resume!.Answer(message) is not { } resumed)
        {
            await CloseAsync((int)_resume.Failure!);
            return;
        }
        await SendRawAsync(resumed.Reply.ToArray());
        _records = resumed.Records;
    }

    private async Task ReadAsync(IWireMessage message)
    {
        if (message is Pong { Token: > OwnPings })
            return;
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
            await TrySendAsync(new FrameAck(update.Frame));
    }
}
