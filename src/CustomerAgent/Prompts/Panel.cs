namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>
/// The page that stands in the panel and waits for an answer: one at a time, the next takes its place. Everything that is not
/// a clear yes is a no. On the windows' thread.
/// </summary>
internal sealed class Panel(IAgentView view, TimeProvider time)
{
    private TaskCompletionSource<bool>? _open;

    /// <summary>Whether a page waits for an answer.</summary>
    public bool IsAsking => _open is { Task.IsCompleted: false };

    /// <summary>Shows a page and waits for its answer.</summary>
    /// <param name="ended">A no from elsewhere.</param>
    public async Task<bool> AskAsync(Page page, CancellationToken ended)
    {
        if (ended.IsCancellationRequested)
            return false;
        _open?.TrySetResult(false); // another page takes its place
        var open = _open = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = ended.Register(() => open.TrySetResult(false));
        view.Show(page);
        return await open.Task;
    }

    /// <summary>Shows a page that counts down. No answer in time is a no.</summary>
    /// <param name="pageAt">The page for so many seconds left.</param>
    public async Task<bool> AskForAsync(int seconds, Func<int, Page> pageAt, CancellationToken ended)
    {
        long start = time.GetTimestamp();
        using var counting = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Task<bool> answer = AskAsync(pageAt(seconds), counting.Token);
        // Once it is off, nothing is left to wait for: the answer needs this thread to arrive.
        while (!answer.IsCompleted && !ended.IsCancellationRequested)
        {
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1), time, counting.Token));
            int left = seconds - (int)time.GetElapsedTime(start).TotalSeconds;
            if (left <= 0)
                break;
            if (!answer.IsCompleted && !ended.IsCancellationRequested)
                view.Show(pageAt(left));
        }
        await counting.CancelAsync();
        return await answer;
    }

    /// <summary>The customer's answer.</summary>
    /// <returns>Whether a page waited for it.</returns>
    public bool Answer(bool yes) => _open?.TrySetResult(yes) == true;

    /// <summary>Takes the panel away, unless another page waits already.</summary>
    public void Leave()
    {
        if (!IsAsking)
            view.HidePanel();
    }
}
