namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// Brings a hub line back that was closed: asks at once, then once a second, for a minute. Any number of closes may be told,
/// also while it is under way; one at a time is worked on and none is lost.
/// </summary>
/// <param name="isAway">Whether there is anything to bring back.</param>
/// <param name="ask">Tries once; does not throw.</param>
/// <param name="giveUp">The minute is over. Nothing is to be brought back afterwards.</param>
internal sealed class WayBack(Func<bool> isAway, Func<Task> ask, Action giveUp, TimeProvider time, CancellationToken disposed)
{
    /// <summary>How long the hub may stay away before the session ends.</summary>
    public static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);

    private int _isComing;

    /// <summary>The line was closed. Completes when it is back, or another call brings it back.</summary>
    public async Task ComeAsync()
    {
        // A close in the moment between the last look and the reset has found somebody under way: so it is looked at once more.
        while (IsAway && Interlocked.Exchange(ref _isComing, 1) == 0)
        {
            await ComeOnceAsync();
            Interlocked.Exchange(ref _isComing, 0);
        }
    }

    private bool IsAway => !disposed.IsCancellationRequested && isAway();

    private async Task ComeOnceAsync()
    {
        long since = time.GetTimestamp();
        while (IsAway)
        {
            if (time.GetElapsedTime(since) >= LongestAway)
            {
                giveUp();
                return;
            }
            await ask();
            if (IsAway)
                await Task.WhenAny(Task.Delay(PauseBetweenTries, time, disposed));
        }
    }
}
