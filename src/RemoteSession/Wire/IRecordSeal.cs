namespace ServiceDesk.Remote.Wire;

/// <summary>
/// The one place through which everything goes that an end sends or receives. Not thread-safe: one caller seals, one opens.
/// </summary>
public interface IRecordSeal
{
    /// <summary>Seals a message (<c>type u8 | body</c>) into a record. The memory is good until the next call of <see cref="Seal"/>.</summary>
    ReadOnlyMemory<byte> Seal(ReadOnlySpan<byte> plain);

    /// <summary>
    /// Opens a record. False ends the session: a record is never tried again and never skipped.
    /// The memory is good until the next call of <see cref="TryOpen"/>.
    /// </summary>
    bool TryOpen(ReadOnlySpan<byte> record, out ReadOnlyMemory<byte> plain);
}
