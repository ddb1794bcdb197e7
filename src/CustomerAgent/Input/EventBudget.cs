namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// How many events may be applied now: never more than 250 in any second, however they come. A person's typing and the
/// pointer at 60 Hz stay far below.
/// </summary>
internal sealed class EventBudget(TimeProvider time)
{
    /// <summary>Most events in any one second: <see cref="AtOnce"/> saved up and <see cref="PerSecond"/> earned meanwhile.</summary>
    public const int MostInOneSecond = AtOnce + PerSecond;

    private const int AtOnce = 10;
    private const int PerSecond = 240;

    private double _left = AtOnce;
    private long _asOf = time.GetTimestamp();

    /// <summary>Takes one event from the budget; false when it has to wait.</summary>
    public bool TryTake()
    {
        long now = time.GetTimestamp();
        _left = Math.Min(AtOnce, _left + (time.GetElapsedTime(_asOf, now).TotalSeconds * PerSecond));
        _asOf = now;
        if (_left < 1)
            return false;
        _left--;
        return true;
    }
}
