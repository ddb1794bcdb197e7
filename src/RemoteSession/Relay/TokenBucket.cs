namespace ServiceDesk.Remote.Relay;

/// <summary>A bucket that fills steadily and from which is taken as things happen. Not thread-safe.</summary>
internal sealed class TokenBucket
{
    private readonly double? _perSecond;
    private readonly double _capacity;
    private readonly TimeProvider _time;
    private double _level;
    private long _at;

    /// <param name="perSecond">What flows in; null never runs dry.</param>
    /// <param name="capacity">What it holds, and starts with.</param>
    /// <param name="time">Monotonic time.</param>
    public TokenBucket(double? perSecond, double capacity, TimeProvider time)
    {
        (_perSecond, _capacity, _time) = (perSecond, capacity, time);
        (_level, _at) = (capacity, time.GetTimestamp());
    }

    /// <summary>Takes always, below empty too.</summary>
    /// <returns>How long until the bucket is no longer below empty; zero when it is not.</returns>
    public TimeSpan Take(double amount)
    {
        if (_perSecond is not { } rate) return TimeSpan.Zero;
        long now = _time.GetTimestamp();
        _level = Math.Min(_capacity, _level + (_time.GetElapsedTime(_at, now).TotalSeconds * rate)) - amount;
        _at = now;
        return _level >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_level / rate);
    }
}
