using System.Buffers;
using System.Buffers.Text;
using System.Net.WebSockets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// The line to the viewer over the relay. One record is one binary message; all of them pass the one seal. Any number of
/// callers may send, one may receive.
/// </summary>
internal sealed class RelayLine : IAsyncDisposable
{
    private const string Protocol = "servicedesk.relay.1";
    private const byte HelloType = 0x02;
    private const byte AgentRole = 1;
    private const int RecordOverhead = 29;
    private const WebSocketCloseStatus EndedOnPurpose = (WebSocketCloseStatus)4410;
    private const WebSocketCloseStatus TimeLimit = (WebSocketCloseStatus)4411;

    private static readonly TimeSpan PatienceWithEnd = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket;
    private readonly IRecordSeal _seal;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _plain = new();
    private readonly byte[] _received = new byte[WireLimits.FromViewer + RecordOverhead + 1];

    private RelayLine(ClientWebSocket socket, IRecordSeal seal)
    {
        _socket = socket;
        _seal = seal;
    }

    /// <summary>Connects and shows the relay the token.</summary>
    public static async Task<RelayLine> OpenAsync(Uri desk, JoinedSession session, CancellationToken patience)
    {
        var address = new UriBuilder(new Uri(desk, session.RelayPath)) { Scheme = desk.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" };
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(Protocol);
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        try
        {
            await socket.ConnectAsync(address.Uri, patience);
            byte[] hello = [HelloType, AgentRole, .. Base64Url.DecodeFromChars(session.RelayToken)];
            await socket.SendAsync(hello, WebSocketMessageType.Binary, endOfMessage: true, patience);
            return new RelayLine(socket, new UnsealedRecords());
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Seals and sends a message.</summary>
    public async Task SendAsync(IWireMessage message)
    {
        await _sending.WaitAsync();
        try
        {
            _plain.ResetWrittenCount();
            message.Write(_plain);
            await SendSealedAsync(_plain.WrittenMemory);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Seals and sends what is already written as a message.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> plain)
    {
        await _sending.WaitAsync();
        try
        {
            await SendSealedAsync(plain);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The viewer's next message; null when the relay has closed the line.</summary>
    /// <exception cref="WireFormatException">What came is no message.</exception>
    /// <exception cref="WebSocketException">The line broke.</exception>
    public async Task<IWireMessage?> ReceiveAsync()
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(_received.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                break;
            if (length == _received.Length)
                throw new WireFormatException("record too long");
        }
        return _seal.TryOpen(_received.AsSpan(0, length), out ReadOnlyMemory<byte> plain)
            ? WireMessage.ReadFromViewer(plain.Span)
            : throw new WireFormatException("record not to be opened");
    }

    /// <summary>Why the relay closed: the viewer ended it, it had lasted as long as it may, or a line was lost.</summary>
    public SessionEndReason ReasonOfClose => _socket.CloseStatus switch
    {
        EndedOnPurpose => SessionEndReason.ConsultantEnded,
        TimeLimit => SessionEndReason.TimeLimit,
        _ => SessionEndReason.LineLost,
    };

    /// <summary>Says the last word, where somebody may still hear it, and hangs up. Never takes longer than two seconds.</summary>
    public async Task HangUpAsync(IWireMessage? lastWord)
    {
        using var patience = new CancellationTokenSource(PatienceWithEnd);
        await using CancellationTokenRegistration abort = patience.Token.Register(_socket.Abort);
        try
        {
            if (lastWord is not null)
                await SendAsync(lastWord);
            else
                await RelayClosesAsync(patience.Token);
            await _socket.CloseOutputAsync(EndedOnPurpose, null, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody hears us any more: it has ended all the same.
        }
    }

    // Who hangs up first is written down as who ended it; where the consultant did, that must not become us.
    private async Task RelayClosesAsync(CancellationToken patience)
    {
        while (_socket.State == WebSocketState.Open)
            await _socket.ReceiveAsync(_received.AsMemory(), patience);
    }

    /// <summary>Lets the line go without a word, whoever still sends or listens on it.</summary>
    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask SendSealedAsync(ReadOnlyMemory<byte> plain) =>
        _socket.SendAsync(_seal.Seal(plain.Span), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
}
