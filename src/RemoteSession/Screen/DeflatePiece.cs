using System.Buffers;
using System.IO.Compression;

namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Cuts one raw deflate stream into pieces that each end in a sync flush, so that what was said before costs little to say again.
/// How long a piece becomes is known only after a flush; so it is flushed only when the worst case of what is still inside no longer fits.
/// </summary>
internal sealed class DeflatePiece : IDisposable
{
    // Measured (docs/screen-engine.md): the level at which scripts stop getting much smaller.
    private const int Level = 4;

    private readonly ArrayBufferWriter<byte> _piece = new();
    private readonly WriteOnlyStream _sink;
    private DeflateStream? _deflate;
    private int _unflushed;

    public DeflatePiece() => _sink = new WriteOnlyStream(_piece);

    /// <summary>Forgets the stream: the next piece is the first of another.</summary>
    public void Restart()
    {
        Dispose();
        _deflate = new DeflateStream(_sink, new ZLibCompressionOptions { CompressionLevel = Level }, leaveOpen: true);
        Begin();
    }

    /// <summary>Begins a piece of the same stream.</summary>
    public void Begin()
    {
        _piece.ResetWrittenCount();
        _unflushed = 0;
    }

    /// <summary>Adds data when the whole piece is sure to stay within <paramref name="room"/> bytes.</summary>
    public bool TryAdd(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, int room)
    {
        DeflateStream deflate = _deflate ?? throw new InvalidOperationException("No stream has begun.");
        int length = head.Length + body.Length;
        if (_piece.WrittenCount + WorstCase(_unflushed + length) > room)
        {
            deflate.Flush();
            _unflushed = 0;
            if (_piece.WrittenCount + WorstCase(length) > room) return false;
        }

        deflate.Write(head);
        deflate.Write(body);
        _unflushed += length;
        return true;
    }

    /// <summary>Ends the piece. The memory is good until the next <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> End()
    {
        _deflate?.Flush();
        return _piece.WrittenMemory;
    }

    public void Dispose()
    {
        _deflate?.Dispose();
        _deflate = null;
    }

    // Nine bits a byte is what the fastest level of zlib-ng may take; the rest is for block heads and a flush.
    private static int WorstCase(int length) => length + (length / 8) + 128;
}
