// plain = type u8 | body     padded: RecordPadding.cs     record: RecordKeys.cs, 29 bytes longer than padded
using System.Numerics;
using System.Security.Cryptography;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1;

/// <summary>
/// Seals and opens the records of one line. The line keeps their order, so the number of each is known before it comes:
/// whatever is not exactly the next record ends both directions at once, and their keys are wiped.
/// <para>Before each <see cref="Seal"/> the sender looks at <see cref="IsKeyUpdateDue"/> and, if so, sends
/// <see cref="SealKeyUpdate"/> first. A received key update opens to an empty message, which is none of the receiver's business.</para>
/// </summary>
public sealed class RecordCipher : IRecordSeal, IDisposable
{
    private readonly Lock _gate = new();
    private readonly RecordKeys _sending;
    private readonly RecordKeys _receiving;
    private readonly int _mostSent;
    private readonly int _mostReceived;
    private byte[] _padded = [];
    private byte[] _record = [];
    private byte[] _opened = [];
    private bool _closed;

    internal RecordCipher(RecordDirection sends, SessionSecrets secrets, TimeProvider time)
    {
        bool agent = sends == RecordDirection.FromAgent;
        var fromAgent = new RecordKeys(RecordDirection.FromAgent, secrets.FromAgent, time);
        var fromViewer = new RecordKeys(RecordDirection.FromViewer, secrets.FromViewer, time);
        (_sending, _receiving) = agent ? (fromAgent, fromViewer) : (fromViewer, fromAgent);
        (_mostSent, _mostReceived) = agent
            ? (Rs1Limits.PlainFromAgent, Rs1Limits.PlainFromViewer)
            : (Rs1Limits.PlainFromViewer, Rs1Limits.PlainFromAgent);
    }

    /// <summary>Called once, when the other end has shown that it has these keys.</summary>
    internal Action? FirstOpened { get; set; }

    /// <summary>The next record must be <see cref="SealKeyUpdate"/>.</summary>
    public bool IsKeyUpdateDue
    {
        get
        {
            lock (_gate) return !_closed && _sending.IsOld;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No type, a type of rs1's own, or more than the direction carries.</exception>
    /// <exception cref="InvalidOperationException">The epoch is full: a due key update was not sent.</exception>
    /// <exception cref="ObjectDisposedException">A record was refused, or the line is closed.</exception>
    public ReadOnlyMemory<byte> Seal(ReadOnlySpan<byte> plain)
    {
        if (plain.IsEmpty || plain[0] == Rs1RecordType.KeyUpdate) throw new ArgumentException("Not a message.", nameof(plain));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_sending.IsFull) throw new InvalidOperationException("The key update is overdue.");
            return SealAny(plain);
        }
    }

    /// <summary>The last record of this epoch. What is sealed afterwards is sealed with new keys.</summary>
    public ReadOnlyMemory<byte> SealKeyUpdate()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_sending.Sequence == 0) throw new InvalidOperationException("Nothing was sent in this epoch.");
            ReadOnlyMemory<byte> record = SealAny([Rs1RecordType.KeyUpdate]);
            _sending.Advance();
            return record;
        }
    }

    /// <inheritdoc/>
    public bool TryOpen(ReadOnlySpan<byte> record, out ReadOnlyMemory<byte> plain)
    {
        plain = default;
        Action? first;
        lock (_gate)
        {
            if (_closed) return false;
            if (!TryOpenNext(record, out int length))
            {
                Close();
                return false;
            }

            plain = _opened.AsMemory(0, length);
            (first, FirstOpened) = (FirstOpened, null);
        }

        first?.Invoke();
        return true;
    }

    /// <summary>Wipes the keys and what was last sealed and opened.</summary>
    public void Dispose()
    {
        lock (_gate) Close();
    }

    private ReadOnlyMemory<byte> SealAny(ReadOnlySpan<byte> plain)
    {
        int size = RecordPadding.Size(plain[0], plain.Length);
        if (size > _mostSent) throw new ArgumentException("The message is longer than a record.", nameof(plain));
        Span<byte> padded = Room(ref _padded, size);
        RecordPadding.Write(plain, padded);
        Span<byte> record = Room(ref _record, size + RecordKeys.Overhead);
        _sending.Seal(padded, record);
        return _record.AsMemory(0, record.Length);
    }

    /// <param name="record">What came.</param>
    /// <param name="length">Bytes of the message in <see cref="_opened"/>; 0 for a key update.</param>
    private bool TryOpenNext(ReadOnlySpan<byte> record, out int length)
    {
        length = 0;
        int size = record.Length - RecordKeys.Overhead;
        if (size <= 0 || size > _mostReceived) return false;
        bool updateDue = _receiving.IsFull, first = _receiving.Sequence == 0;
        Span<byte> padded = Room(ref _opened, size);
        if (!_receiving.TryOpen(record, padded) || !RecordPadding.TryRead(padded, out length)) return false;
        if (padded[0] != Rs1RecordType.KeyUpdate) return !updateDue;
        if (length != 1 || first) return false; // nothing to say, or said twice
        length = 0;
        _receiving.Advance();
        return true;
    }

    private void Close()
    {
        if (_closed) return;
        _closed = true;
        _sending.Dispose();
        _receiving.Dispose();
        CryptographicOperations.ZeroMemory(_padded);
        CryptographicOperations.ZeroMemory(_opened);
    }

    private static Span<byte> Room(ref byte[] buffer, int size)
    {
        if (buffer.Length < size) buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)size)];
        return buffer.AsSpan(0, size);
    }
}
