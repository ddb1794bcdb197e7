using System.IO.Compression;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Unpacks the pieces of one deflate stream, each to exactly the bytes it promises.</summary>
internal sealed class PieceInflater : IDisposable
{
    private static readonly byte[] SyncFlush = [0, 0, 0xFF, 0xFF];

    private readonly Pieces _pieces = new();
    private DeflateStream? _inflate;
    private byte[] _script = new byte[4096];

    public void Restart()
    {
        Dispose();
        _pieces.Next(default);
        _inflate = new DeflateStream(_pieces, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <returns>Good until the next call.</returns>
    public ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> piece, int length)
    {
        if (length == 0) return default;
        if (!piece.Span.EndsWith(SyncFlush)) throw new WireFormatException("piece does not end in a sync flush");
        _pieces.Next(piece);
        int got = 0;
        try
        {
            while (got < length)
            {
                // What is reserved follows what really comes, not what is promised.
                if (got == _script.Length) Array.Resize(ref _script, Math.Min(length, got * 2));
                int read = _inflate!.Read(_script.AsSpan(got, Math.Min(length, _script.Length) - got));
                if (read == 0) throw new WireFormatException("script shorter than it says");
                got += read;
            }

            if (_inflate!.Read(stackalloc byte[1]) != 0 || !_pieces.IsUsedUp) throw new WireFormatException("script longer than it says");
        }
        catch (InvalidDataException)
        {
            throw new WireFormatException("piece is no deflate stream");
        }

        return _script.AsMemory(0, length);
    }

    public void Dispose() => _inflate?.Dispose();

    /// <summary>One piece after another, as one stream.</summary>
    private sealed class Pieces : Stream
    {
        private ReadOnlyMemory<byte> _left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public bool IsUsedUp => _left.IsEmpty;

        public void Next(ReadOnlyMemory<byte> piece) => _left = piece;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, _left.Length);
            _left.Span[..count].CopyTo(buffer);
            _left = _left[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
