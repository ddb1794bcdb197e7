using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>
/// Tells when something can be read from a file descriptor, and reads nothing: poll(2) on a thread of its own. So a connection
/// to the X server stays in the hands of the one thread that uses it.
/// </summary>
internal sealed unsafe partial class Readiness : IDisposable
{
    private const int LookForEnd = 200; // ms
    private const short Readable = 1;

    private readonly int _descriptor;
    private readonly Thread _thread;
    private readonly SemaphoreSlim _asked = new(0);
    private readonly Lock _guard = new();
    private TaskCompletionSource? _ready;
    private volatile bool _over;

    /// <param name="descriptor">Stays open until this is disposed of.</param>
    public Readiness(int descriptor)
    {
        _descriptor = descriptor;
        _thread = new Thread(Watch) { IsBackground = true, Name = "readiness" };
        _thread.Start();
    }

    /// <summary>Completes when there is something to read, which may be at once; also when this is disposed of.</summary>
    public Task WhenReadyAsync()
    {
        lock (_guard)
        {
            if (_over)
                return Task.CompletedTask;
            if (_ready is null)
            {
                _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _asked.Release();
            }
            return _ready.Task;
        }
    }

    public void Dispose()
    {
        _over = true;
        _asked.Release();
        _thread.Join();
        Tell();
        _asked.Dispose();
    }

    private void Watch()
    {
        var readable = new PollDescriptor { Descriptor = _descriptor, Wanted = Readable };
        while (true)
        {
            _asked.Wait();
            while (!_over && poll(&readable, 1, LookForEnd) <= 0)
            {
                // A signal came, or nothing in this time.
            }
            if (_over)
                return;
            Tell();
        }
    }

    private void Tell()
    {
        lock (_guard)
        {
            _ready?.SetResult();
            _ready = null;
        }
    }

    [LibraryImport("libc")]
    private static partial int poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
