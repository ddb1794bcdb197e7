namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The system's time, and as much more as a test says: clocks that are looked at see it at once, timers run as they do.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _shift);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, (long)(time.TotalSeconds * TimestampFrequency));
}
