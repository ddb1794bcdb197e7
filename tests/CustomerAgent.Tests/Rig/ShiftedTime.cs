using System.Collections.Concurrent;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The system's time, and as much more as a test says: clocks that are looked at see it at once, and timers that are due by then go off.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private readonly ConcurrentDictionary<ShiftedTimer, bool> _timers = [];
    private long _shift;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _shift);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, callback, state);
        _timers[timer] = true;
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        Interlocked.Add(ref _shift, (long)(time.TotalSeconds * TimestampFrequency));
        foreach (ShiftedTimer timer in _timers.Keys)
            timer.Follow();
    }

    private sealed class ShiftedTimer : ITimer
    {
        private readonly Lock _guard = new();
        private readonly ShiftedTime _time;
        private readonly ITimer _real;
        private long? _due;
        private TimeSpan _period;

        public ShiftedTimer(ShiftedTime time, TimerCallback callback, object? state)
        {
            _time = time;
            _real = System.CreateTimer(
                _ =>
                {
                    lock (_guard)
                        _due = _period > TimeSpan.Zero ? In(_period) : null;
                    callback(state);
                },
                null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_guard)
            {
                _period = period;
                _due = dueTime < TimeSpan.Zero ? null : In(dueTime);
                return _real.Change(dueTime, period);
            }
        }

        /// <summary>Time was shifted: what is due by now goes off, the rest comes nearer.</summary>
        public void Follow()
        {
            lock (_guard)
            {
                long now = _time.GetTimestamp();
                if (_due is { } due)
                    _real.Change(_time.GetElapsedTime(now, Math.Max(due, now)), _period);
            }
        }

        public void Dispose()
        {
            _time._timers.TryRemove(this, out bool _);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            _time._timers.TryRemove(this, out bool _);
            return _real.DisposeAsync();
        }

        private long In(TimeSpan time) => _time.GetTimestamp() + (long)(time.TotalSeconds * _time.TimestampFrequency);
    }
}
