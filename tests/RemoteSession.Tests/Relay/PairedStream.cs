using System.IO.Pipelines;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>Two streams in memory, each the other's far end. Like a network line it holds a little, then the writer waits.</summary>
internal sealed class PairedStream : Stream
{
    /// <summary>Bytes a direction holds before its writer waits.</summary>
    public const int Holds = 32 * 1024;

    private readonly PipeReader _reader;
    private readonly PipeWriter _writer;

    private PairedStream(PipeReader reader, PipeWriter writer) => (_reader, _writer) = (reader, writer);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static (PairedStream Here, PairedStream There) Create()
    {
        var options = new PipeOptions(pauseWriterThreshold: Holds, resumeWriterThreshold: Holds / 2, useSynchronizationContext: false);
        Pipe forth = new(options), back = new(options);
        return (new PairedStream(back.Reader, forth.Writer), new PairedStream(forth.Reader, back.Writer));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ReadResult read = await _reader.ReadAsync(cancellationToken);
        if (read.IsCanceled) throw new IOException("The line was cut.");
        int count = (int)Math.Min(buffer.Length, read.Buffer.Length);
        foreach (ReadOnlyMemory<byte> segment in read.Buffer.Slice(0, count))
        {
            segment.CopyTo(buffer);
            buffer = buffer[segment.Length..];
        }

        _reader.AdvanceTo(read.Buffer.GetPosition(count));
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        FlushResult flushed = await _writer.WriteAsync(buffer, cancellationToken);
        if (flushed.IsCanceled || flushed.IsCompleted) throw new IOException("The line was cut.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _reader.CancelPendingRead();
        _writer.CancelPendingFlush();
        _writer.Complete();
        _reader.Complete();
        base.Dispose(disposing);
    }
}
