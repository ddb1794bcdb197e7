// Sizes in bytes:  40 (1) | plain (rest)
using System.Buffers;

namespace ServiceDesk.Remote.Wire;

/// <summary>Records that are framed but not sealed. It stands in for the record cipher until that is here, and then goes.</summary>
public sealed class UnsealedRecords : IRecordSeal
{
    private const byte RecordMark = 0x40;
    private readonly ArrayBufferWriter<byte> _sealed = new();
    private readonly ArrayBufferWriter<byte> _opened = new();

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Seal(ReadOnlySpan<byte> plain)
    {
        _sealed.ResetWrittenCount();
        _sealed.Write([RecordMark]);
        _sealed.Write(plain);
        return _sealed.WrittenMemory;
    }

    /// <inheritdoc/>
    public bool TryOpen(ReadOnlySpan<byte> record, out ReadOnlyMemory<byte> plain)
    {
        plain = default;
        if (record.IsEmpty || record[0] != RecordMark) return false;
        _opened.ResetWrittenCount();
        _opened.Write(record[1..]);
        plain = _opened.WrittenMemory;
        return true;
    }
}
