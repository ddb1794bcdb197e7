using System.Collections.Concurrent;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>One thread on which everything runs that belongs to the windows, as GTK's loop has it.</summary>
internal sealed class WindowsThread : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly Thread _thread;

    public WindowsThread()
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!_posted.IsAddingCompleted)
            _posted.Add((d, state));
    }

    /// <summary>Runs there and waits for the result.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            async _ =>
            {
                try
                {
                    done.TrySetResult(await work());
                }
                catch (Exception failure)
                {
                    done.TrySetException(failure);
                }
            },
            null);
        return done.Task;
    }

    public void Dispose() => _posted.CompleteAdding();

    private void Run()
    {
        SetSynchronizationContext(this);
        foreach ((SendOrPostCallback callback, object? state) in _posted.GetConsumingEnumerable())
            callback(state);
    }
}
