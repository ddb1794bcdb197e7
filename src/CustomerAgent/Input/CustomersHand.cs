namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// Whether the customer's own hand is on mouse or keyboard: from the first touch until none came for a while. Part of the
/// gate and used under its lock only.
/// </summary>
/// <param name="quiet">The clock wants <see cref="Look"/>; called on any thread, without the lock.</param>
internal sealed class CustomersHand(TimeProvider time, Action quiet) : IDisposable
{
    /// <summary>So long nobody here may have touched mouse or keyboard before the consultant's input is taken again.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private readonly ITimer _timer = time.CreateTimer(_ => quiet(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    private long _lastTouch;

    /// <summary>Whether it is there.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The customer has touched something.</summary>
    /// <returns>Whether the hand was not there before.</returns>
    public bool Touch()
    {
        _lastTouch = time.GetTimestamp();
        if (IsOn)
            return false;
        _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
        return IsOn = true;
    }

    /// <summary>Time has passed.</summary>
    public void Look()
    {
        TimeSpan left = Quiet - time.GetElapsedTime(_lastTouch);
        IsOn &= left > TimeSpan.Zero;
        if (IsOn)
            _timer.Change(left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What was taken for a hand in the way was an answer to us.</summary>
    public void Forget() => IsOn = false;

    public void Dispose() => _timer.Dispose();
}
