using System.Buffers;
using System.Net.WebSockets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// The line to the viewer over the relay. Before <see cref="OpenAsync"/> it carries the handshake and nothing else, afterwards
/// records and nothing else; all of them pass the one cipher. A line that was lost may be replaced. Any number of callers may
/// send, one may receive. What is sent while the line is lost is dropped: its listener notices.
/// </summary>
/// <param name="relay">Owned by the line from now on.</param>
internal sealed class LineToViewer(RelaySocket relay, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PatienceWithEnd = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _plain = new();
    private volatile RelaySocket _relay = relay;
    private volatile RecordCipher? _records;
    private volatile bool _isLost;
    private long _heard = time.GetTimestamp();

    /// <summary>Which line this is; the first is 0.</summary>
    public int Number { get; private set; }

    /// <summary>How long nothing was heard from the viewer.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _heard));

    /// <summary>Why the relay closed: the viewer ended it, or its line was lost.</summary>
    public SessionEndReason ReasonOfClose => _relay.ReasonOfClose;

    /// <summary>Sends a message of the handshake.</summary>
    /// <exception cref="WebSocketException">The line broke.</exception>
    public async Task SendHandshakeAsync(ReadOnlyMemory<byte> message)
    {
        if (_records is not null)
            throw new InvalidOperationException("The handshake is over.");
        await _relay.SendAsync(message);
    }

    /// <inheritdoc cref="RelaySocket.PeekAsync"/>
    public Task PeekAsync() => _relay.PeekAsync();

    /// <summary>The viewer's next message of the handshake; null when the relay has closed the line.</summary>
    /// <exception cref="WireFormatException">What came is no such message.</exception>
    /// <exception cref="WebSocketException">The line broke.</exception>
    public Task<ReadOnlyMemory<byte>?> ReceiveHandshakeAsync() => _relay.ReceiveAsync();

    /// <summary>The number was right: from now on there are records only.</summary>
    /// <param name="first">M6, sealed.</param>
    public async Task OpenAsync(RecordCipher records, ReadOnlyMemory<byte> first)
    {
        await _sending.WaitAsync();
        try
        {
            _records = records;
            Hear();
            await TrySendAsync(first);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Seals and sends a message.</summary>
    public async Task SendAsync(IWireMessage message)
    {
        await _sending.WaitAsync();
        try
        {
            await SealAndSendAsync(message);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Seals and sends what is already written as a message, if it may still go when its turn has come.</summary>
    /// <param name="mayGo">Asked right before; while it is answered the line stays the same.</param>
    /// <returns>Whether it might go.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> plain, Func<bool> mayGo)
    {
        await _sending.WaitAsync();
        try
        {
            if (!mayGo())
                return false;
            await SealAndSendAsync(plain);
            return true;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The viewer's next message; null when the relay has closed the line.</summary>
    /// <exception cref="RecordRefusedException">What came is not the record that was due.</exception>
    /// <exception cref="WireFormatException">A record that was due holds no message.</exception>
    /// <exception cref="WebSocketException">The line broke.</exception>
    public async Task<IWireMessage?> ReceiveAsync()
    {
        RecordCipher records = Records();
        while (await _relay.ReceiveAsync() is { } record)
        {
            if (!records.TryOpen(record.Span, out ReadOnlyMemory<byte> plain))
                throw new RecordRefusedException();
            Hear();
            if (!plain.IsEmpty) // the viewer's keys have changed, nothing was said
                return WireMessage.ReadFromViewer(plain.Span);
        }
        return null;
    }

    /// <summary>The line is lost: nothing is sent on it any more, and whoever receives or sends on it is told.</summary>
    public void Lose()
    {
        _isLost = true;
        _relay.Abort();
    }

    /// <summary>Puts another line in the place of the lost one.</summary>
    /// <param name="relay">Owned by the line from now on.</param>
    /// <param name="first">What is said before anything else.</param>
    public async Task ReplaceAsync(RelaySocket relay, RecordCipher records, Func<IEnumerable<IWireMessage>> first)
    {
        await _sending.WaitAsync();
        try
        {
            (RelaySocket lost, RecordCipher? old) = (_relay, _records);
            (_relay, _records, _isLost) = (relay, records, false);
            Hear();
            lost.Dispose();
            old?.Dispose();
            foreach (IWireMessage message in first())
                await SealAndSendAsync(message);
            Number++;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says the last word, where somebody may still hear it, and hangs up. Never takes longer than two seconds.</summary>
    /// <param name="waits">Lets the other end hang up first.</param>
    public async Task HangUpAsync(IWireMessage? lastWord, CloseCode code, bool waits)
    {
        using var patience = new CancellationTokenSource(PatienceWithEnd, time);
        await using CancellationTokenRegistration abort = patience.Token.Register(Lose);
        try
        {
            if (lastWord is not null && _records is not null)
                await SendAsync(lastWord);
            // Who hangs up first is written down as who ended it; where the consultant did, that must not become us.
            if (waits)
                await _relay.ClosedAsync(patience.Token);
            await _relay.CloseAsync(code, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody hears us any more: it has ended all the same.
        }
    }

    /// <summary>Lets the line go without a word, and wipes its keys.</summary>
    public void Dispose()
    {
        Lose();
        _relay.Dispose();
        _records?.Dispose();
    }

    private RecordCipher Records() => _records ?? throw new InvalidOperationException("Nothing but the handshake goes over a line that is not verified.");

    private void Hear() => Interlocked.Exchange(ref _heard, time.GetTimestamp());

    private Task SealAndSendAsync(IWireMessage message)
    {
        _plain.ResetWrittenCount();
        message.Write(_plain);
        return SealAndSendAsync(_plain.WrittenMemory);
    }

    private async Task SealAndSendAsync(ReadOnlyMemory<byte> plain)
    {
        RecordCipher records = Records();
        if (_isLost)
            return;
        try
        {
            if (records.IsKeyUpdateDue)
                await TrySendAsync(records.SealKeyUpdate());
            await TrySendAsync(records.Seal(plain.Span));
        }
        catch (ObjectDisposedException)
        {
            // A record was refused meanwhile, and the keys are gone; whoever receives ends it.
        }
    }

    private async Task TrySendAsync(ReadOnlyMemory<byte> record)
    {
        RelaySocket relay = _relay;
        try
        {
            if (!_isLost)
                await relay.SendAsync(record);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            relay.Abort();
        }
    }
}
