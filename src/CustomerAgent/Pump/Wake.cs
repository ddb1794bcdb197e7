namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>Lets whoever rests know that there is something to do. What is said before the rest begins is not lost.</summary>
internal sealed class Wake
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Up"/>. Taken before one looks whether there is something to do.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Up() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
