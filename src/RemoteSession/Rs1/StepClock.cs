namespace ServiceDesk.Remote.Rs1;

/// <summary>How long the current step has left.</summary>
internal sealed class StepClock(TimeProvider time)
{
    private long _since;
    private TimeSpan _limit = Timeout.InfiniteTimeSpan;

    public bool IsOver => _limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(_since) >= _limit;

    public void Start(TimeSpan limit)
    {
        _since = time.GetTimestamp();
        _limit = limit;
    }

    public void Stop() => _limit = Timeout.InfiniteTimeSpan;
}
