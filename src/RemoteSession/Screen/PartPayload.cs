using System.Buffers;
using System.IO.Compression;

namespace ServiceDesk.Remote.Screen;

/// <summary>
/// The raw deflate stream of one part, which must not become longer than the record has room for. How long it will become is
/// known only after a flush; so it is flushed only when the worst case of what is still inside no longer fits.
/// </summary>
internal sealed class PartPayload
{
    private readonly ArrayBufferWriter<byte> _deflated = new();
    private readonly Sink _sink;
    private DeflateStream? _deflate;
    private int _unflushed;

    public PartPayload() => _sink = new Sink(_deflated);

    public void Begin()
    {
        _deflate?.Dispose(); // a part that was never ended
        _deflated.ResetWrittenCount();
        _deflate = new DeflateStream(_sink, CompressionLevel.Fastest, leaveOpen: true);
        _unflushed = 0;
    }

    /// <summary>Adds data when the whole stream is sure to end within <paramref name="room"/> bytes.</summary>
    public bool TryAdd(ReadOnlySpan<byte> data, int room)
    {
        DeflateStream deflate = _deflate ?? throw new InvalidOperationException("No part has begun.");
        if (_deflated.WrittenCount + WorstCase(_unflushed + data.Length) > room)
        {
            deflate.Flush();
            _unflushed = 0;
            if (_deflated.WrittenCount + WorstCase(data.Length) > room) return false;
        }

        deflate.Write(data);
        _unflushed += data.Length;
        return true;
    }

    /// <summary>Ends the stream. The memory is good until the next <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> End()
    {
        _deflate?.Dispose();
        _deflate = null;
        return _deflated.WrittenMemory;
    }

    // Nine bits a byte is what the fastest level of zlib-ng may take; the rest is for block heads and a flush.
    private static int WorstCase(int length) => length + (length / 8) + 128;

    private sealed class Sink(ArrayBufferWriter<byte> output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
