using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// What the gate has let through, done in its order and in measure, and let go when nobody says any more that it is held.
/// Part of the gate and used under its lock only.
/// </summary>
/// <param name="tick">The clock wants <see cref="Tick"/>; called on any thread, without the lock.</param>
internal sealed class Injection(Hands hands, TimeProvider time, Action tick) : IDisposable
{
    /// <summary>The viewer says every 400 ms that keys are still down; this long without it lets go of everything.</summary>
    public static readonly TimeSpan HeldWithoutWord = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly EventBudget _budget = new(time);
    private readonly InputQueue _queue = new();
    private readonly ITimer _timer = time.CreateTimer(_ => tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    private long _lastWord;

    /// <summary>Steps that were not done: at our own windows, or far too many.</summary>
    public long Dropped { get; private set; }

    /// <summary>Does it now, or as soon as the budget allows.</summary>
    public void Do(IWireMessage message)
    {
        Enqueue(message);
        Drain();
    }

    /// <summary>Time has passed.</summary>
    public void Tick()
    {
        if (hands.HoldSomething && time.GetElapsedTime(_lastWord) >= HeldWithoutWord)
            LetGo();
        Drain();
    }

    /// <summary>Drops what waits and lets go of what is held. When it returns, no key is down.</summary>
    public void LetGo()
    {
        _queue.Clear();
        hands.LetGo();
    }

    public void Dispose() => _timer.Dispose();

    private void Enqueue(IWireMessage message)
    {
        switch (message)
        {
            case PointerInput pointer: _queue.Add(pointer); break;
            case KeyInput key: _queue.Add(key); break;
            case TextInput text: _queue.Add(text); break;
            case KeysHeld: _lastWord = time.GetTimestamp(); break;
        }
        if (_queue.Overflows)
        {
            Dropped += _queue.Count;
            LetGo();
        }
    }

    private void Drain()
    {
        while (_queue.TryPeek(out InputStep step) && _budget.TryTake())
        {
            _queue.RemoveFirst();
            if (!hands.TryDo(step))
                Dropped++;
            else if (!step.OnlyReleases)
                _lastWord = time.GetTimestamp();
        }
        if (_queue.Count > 0 || hands.HoldSomething)
            _timer.Change(Step, Timeout.InfiniteTimeSpan);
    }
}
