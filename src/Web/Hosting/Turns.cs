namespace ServiceDesk.Web.Hosting;

/// <summary>
/// One change of a thing at a time on this node: who waits has not loaded yet, so nobody saves what is old by then.
/// Where several nodes save, <see cref="SaveAgain"/> settles what is left.
/// </summary>
public sealed class Turns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Type Kind, object Id), Queue> _queues = [];

    /// <summary>Waits for the turn; disposing gives it back.</summary>
    public async Task<IDisposable> EnterAsync<TThing>(object id, CancellationToken cancellation)
    {
        (Type, object) key = (typeof(TThing), id);
        Queue queue;
        lock (_lock)
        {
            if (!_queues.TryGetValue(key, out queue!)) _queues[key] = queue = new Queue();
            queue.Length++;
        }

        try
        {
            await queue.Turn.WaitAsync(cancellation);
        }
        catch
        {
            Leave(key, queue);
            throw;
        }

        return new Turn(() =>
        {
            queue.Turn.Release();
            Leave(key, queue);
        });
    }

    private void Leave((Type, object) key, Queue queue)
    {
        lock (_lock)
        {
            if (--queue.Length == 0) _queues.Remove(key);
        }
    }

    private sealed class Queue
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Length { get; set; }
    }

    private sealed class Turn(Action giveBack) : IDisposable
    {
        public void Dispose() => giveBack();
    }
}
