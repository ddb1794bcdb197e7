using System.Buffers;
using System.Net.WebSockets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// The line to the viewer over the relay. One record is one binary message; all of them pass the one seal. Any number of
/// callers may send, one may receive.
/// </summary>
/// <param name="relay">Owned by the line from now on.</param>
internal sealed class LineToViewer(RelaySocket relay, IRecordSeal seal) : IDisposable
{
    private static readonly TimeSpan PatienceWithEnd = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _plain = new();

    /// <summary>Seals and sends a message.</summary>
    public async Task SendAsync(IWireMessage message)
    {
        await _sending.WaitAsync();
        try
        {
            _plain.ResetWrittenCount();
            message.Write(_plain);
            await relay.SendAsync(seal.Seal(_plain.WrittenSpan));
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
            await relay.SendAsync(seal.Seal(plain.Span));
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
        if (await relay.ReceiveAsync() is not { } record)
            return null;
        return seal.TryOpen(record.Span, out ReadOnlyMemory<byte> plain)
            ? WireMessage.ReadFromViewer(plain.Span)
            : throw new WireFormatException("record not to be opened");
    }

    /// <summary>Why the relay closed: the viewer ended it, or its line was lost.</summary>
    public SessionEndReason ReasonOfClose => relay.ReasonOfClose;

    /// <summary>Says the last word, where somebody may still hear it, and hangs up. Never takes longer than two seconds.</summary>
    public async Task HangUpAsync(IWireMessage? lastWord)
    {
        using var patience = new CancellationTokenSource(PatienceWithEnd);
        await using CancellationTokenRegistration abort = patience.Token.Register(relay.Abort);
        try
        {
            // Who hangs up first is written down as who ended it; where the consultant did, that must not become us.
            await (lastWord is null ? relay.ClosedAsync(patience.Token) : SendAsync(lastWord));
            await relay.CloseAsync(patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody hears us any more: it has ended all the same.
        }
    }

    /// <inheritdoc cref="RelaySocket.Abort"/>
    public void Abort() => relay.Abort();

    public void Dispose() => relay.Dispose();
}
