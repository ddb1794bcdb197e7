using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// The only way from the consultant's hands to the customer's desktop. One lock guards the grants and every injected
/// event, so when <see cref="End"/> or a revocation returns, nothing is injected any more and no key is down.
/// </summary>
internal sealed class InputGate : IDisposable
{
    /// <summary>The viewer says every 400 ms that keys are still down; this long without it lets go of everything.</summary>
    public static readonly TimeSpan HeldWithoutWord = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Lock _guard = new();
    private readonly Hands _hands;
    private readonly TimeProvider _time;
    private readonly EventBudget _budget;
    private readonly InputQueue _queue = new();
    private readonly ITimer _timer;
    private long _lastWord;
    private bool _ended;

    /// <param name="input">Owned by the gate from now on: nobody else may call it.</param>
    public InputGate(IInput input, OwnWindows own, TimeProvider time)
    {
        _hands = new Hands(input, own);
        _time = time;
        _budget = new EventBudget(time);
        _timer = time.CreateTimer(_ => OnTick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The desktop took no input while nobody was there to be told: raised by the gate's own clock, outside its lock.</summary>
    public event Action<Exception>? Failed;

    /// <summary>What the customer allows at this moment.</summary>
    public Grants Granted { get; private set; }

    /// <summary>Rises with each change; input made under another number is stale.</summary>
    public uint GrantSeq { get; private set; }

    /// <summary>Messages and steps that were not applied: not granted, stale, at our own windows, or far too many.</summary>
    public long Dropped { get; private set; }

    /// <summary>The customer has allowed or taken back something. Everything that waited or was held is let go.</summary>
    /// <returns>What holds now, for the viewer; null when the session has ended.</returns>
    public GrantsChanged? Change(Grants granted)
    {
        lock (_guard)
        {
            if (_ended)
                return null;
            Granted = Grants.None; // should letting go fail, nothing is allowed
            LetGo();
            Granted = granted;
            return new GrantsChanged(granted, ++GrantSeq);
        }
    }

    /// <summary>Whether this is allowed now. Asked right before each frame is sent.</summary>
    public bool Allows(Grants grant)
    {
        lock (_guard)
            return Granted.HasFlag(grant);
    }

    /// <summary>The picture that the consultant's coordinates lie in. A new size lets go of everything: old places mean nothing on it.</summary>
    public void Resize(int width, int height)
    {
        lock (_guard)
        {
            if (_ended || _hands.Picture == (width, height))
                return;
            LetGo();
            _hands.Picture = (width, height);
        }
    }

    /// <summary>Applies what the viewer sent, now or as soon as the budget allows, if the customer allows it.</summary>
    public void Apply(IWireMessage message)
    {
        lock (_guard)
        {
            if (_ended || !Granted.HasFlag(Grants.Control) || SeqOf(message) != GrantSeq)
            {
                Dropped++;
                return;
            }
            Enqueue(message);
            Drain();
        }
    }

    /// <summary>Ends it for good. When this returns nothing will be injected again and no key or button is down.</summary>
    public void End()
    {
        lock (_guard)
        {
            if (_ended)
                return;
            _ended = true;
            Granted = Grants.None;
            LetGo();
        }
    }

    public void Dispose()
    {
        End();
        _timer.Dispose();
        _hands.Dispose();
    }

    private static uint SeqOf(IWireMessage message) => message switch
    {
        PointerInput pointer => pointer.GrantSeq,
        KeyInput key => key.GrantSeq,
        TextInput text => text.GrantSeq,
        KeysHeld held => held.GrantSeq,
        _ => throw new ArgumentException("Not an input message.", nameof(message)),
    };

    private void Enqueue(IWireMessage message)
    {
        switch (message)
        {
            case PointerInput pointer: _queue.Add(pointer); break;
            case KeyInput key: _queue.Add(key); break;
            case TextInput text: _queue.Add(text); break;
            case KeysHeld: _lastWord = _time.GetTimestamp(); break;
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
            if (!_hands.TryDo(step))
                Dropped++;
            else if (!step.OnlyReleases)
                _lastWord = _time.GetTimestamp();
        }
        if (_queue.Count > 0 || _hands.HoldSomething)
            _timer.Change(Tick, Timeout.InfiniteTimeSpan);
    }

    private void OnTick()
    {
        try
        {
            lock (_guard)
            {
                if (_ended)
                    return;
                if (_hands.HoldSomething && _time.GetElapsedTime(_lastWord) >= HeldWithoutWord)
                    LetGo();
                Drain();
            }
        }
        catch (Exception fault) when (Failed is { } failed)
        {
            failed(fault);
        }
    }

    private void LetGo()
    {
        _queue.Clear();
        _hands.LetGo();
    }
}
