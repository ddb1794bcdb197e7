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
    private readonly Lock _guard = new();
    private readonly Hands _hands;
    private readonly Injection _injection;
    private readonly CustomersHand _hand;
    private long _refused;
    private PauseReason _asked;
    private LineState _line;
    private bool _ended;

    /// <param name="input">Owned by the gate from now on: nobody else may call it.</param>
    /// <param name="reach">Owned by the gate as well; null where everything is shown.</param>
    public InputGate(IInput input, OwnWindows own, TimeProvider time, IReach? reach = null)
    {
        _hands = new Hands(input, own, reach);
        _injection = new Injection(_hands, time, OnTick);
        _hand = new CustomersHand(time, OnQuiet);
    }

    /// <summary>The desktop took no input while nobody was there to be told: raised by the gate's own clock or by whoever saw a hand, outside its lock.</summary>
    public event Action<Exception>? Failed;

    /// <summary><see cref="Pause"/> is another. Raised on any thread, outside of the lock.</summary>
    public event Action? PauseChanged;

    /// <summary>Why no input is taken at this moment though it may be granted; <see cref="PauseReason.Running"/> when it is taken.</summary>
    public PauseReason Pause
    {
        get
        {
            lock (_guard)
                return Reason;
        }
    }

    /// <summary>Whether pictures are held back, too. A hand on the mouse holds back input only.</summary>
    public bool HoldsPictures
    {
        get
        {
            lock (_guard)
                return _line != LineState.Heard || Reason is not (PauseReason.Running or PauseReason.HandOnMouse);
        }
    }

    /// <summary>Whether the viewer is heard. While it is not, no input is taken and pictures are held back.</summary>
    public LineState Line
    {
        get
        {
            lock (_guard)
                return _line;
        }
    }

    /// <summary>What the customer allows at this moment.</summary>
    public Grants Granted { get; private set; }

    /// <summary>Rises with each change; input made under another number is stale.</summary>
    public uint GrantSeq { get; private set; }

    /// <summary>Messages and steps that were not applied: not granted, stale, at our own windows, or far too many.</summary>
    public long Dropped => _refused + _injection.Dropped;

    /// <summary>The customer has allowed this and nothing else. Everything that waited or was held is let go.</summary>
    /// <returns>What holds now, for the viewer; null when the session has ended.</returns>
    public GrantsChanged? Change(Grants granted) => Change(_ => granted);

    /// <summary>The customer has allowed this as well. Everything that waited or was held is let go.</summary>
    /// <returns>What holds now, for the viewer; null when it did not become so: the session has ended, the line is lost, or a problem was found.</returns>
    public GrantsChanged? Grant(Grants grant) =>
        Change(held => _line == LineState.Lost || _asked == PauseReason.ProblemFound ? held : held | grant, onlyNews: true);

    /// <summary>This is taken back. When it returns, nothing is injected that it had allowed, and no key is down.</summary>
    /// <returns>What holds now, for the viewer; null when the session has ended or nothing of it was allowed.</returns>
    public GrantsChanged? Revoke(Grants grants) => Change(held => held & ~grants, onlyNews: true);

    /// <summary>Nothing was heard from the viewer for a while, or it is again. When it returns after a change, nothing waits and no key is down.</summary>
    /// <param name="isSilent">Whether it is silent now. Said once more, or of a line that is lost, it changes nothing.</param>
    public void Silence(bool isSilent)
    {
        lock (_guard)
        {
            LineState line = isSilent ? LineState.Silent : LineState.Heard;
            if (_ended || _line == LineState.Lost || _line == line)
                return;
            _line = line;
            _injection.LetGo();
        }
    }

    /// <summary>The line is lost: nothing but seeing stays allowed. When it returns, nothing is injected any more and no key is down.</summary>
    /// <returns>Whether more than seeing was allowed.</returns>
    public bool LoseLine()
    {
        lock (_guard)
        {
            if (_ended)
                return false;
            _line = LineState.Lost;
            bool wasMore = (Granted & ~Grants.View) != Grants.None;
            Granted &= Grants.View;
            _injection.LetGo();
            return wasMore;
        }
    }

    /// <summary>There is a line again.</summary>
    /// <returns>What holds on it, for the viewer; null when the session has ended.</returns>
    public GrantsChanged? FindLine()
    {
        lock (_guard)
        {
            if (_ended)
                return null;
            _line = LineState.Heard;
            return new GrantsChanged(Granted, ++GrantSeq);
        }
    }

    /// <summary>Holds back pictures and input until it is called with <see cref="PauseReason.Running"/>. When it returns, no key is down.</summary>
    public void Rest(PauseReason reason)
    {
        if (reason == PauseReason.HandOnMouse)
            throw new ArgumentOutOfRangeException(nameof(reason), "Hands are seen, not announced.");
        PauseReason before;
        lock (_guard)
        {
            if (_ended)
                return;
            before = Reason;
            _asked = reason;
            _injection.LetGo();
        }
        TellIfNot(before);
    }

    /// <summary>The customer has moved the mouse or pressed a key or button: what the consultant holds is let go, and no input is taken for a while.</summary>
    public void SeeHand()
    {
        try
        {
            PauseReason before;
            lock (_guard)
            {
                if (_ended || !Granted.HasFlag(Grants.Control))
                    return;
                before = Reason;
                if (_hand.Touch())
                    _injection.LetGo();
            }
            TellIfNot(before);
        }
        catch (Exception fault) when (Failed is { } failed)
        {
            failed(fault);
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
            _injection.LetGo();
            _hands.Picture = (width, height);
        }
    }

    /// <summary>Applies what the viewer sent, now or as soon as the budget allows, if the customer allows it.</summary>
    public void Apply(IWireMessage message)
    {
        lock (_guard)
        {
            if (_ended || _line != LineState.Heard || Reason != PauseReason.Running || !Granted.HasFlag(Grants.Control) || SeqOf(message) != GrantSeq)
            {
                _refused++;
                return;
            }
            _injection.Do(message);
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
            _injection.LetGo();
        }
    }

    public void Dispose()
    {
        End();
        _injection.Dispose();
        _hand.Dispose();
        _hands.Dispose();
    }

    private PauseReason Reason => _asked != PauseReason.Running ? _asked : _hand.IsOn ? PauseReason.HandOnMouse : PauseReason.Running;

    private GrantsChanged? Change(Func<Grants, Grants> change, bool onlyNews = false)
    {
        PauseReason before;
        GrantsChanged changed;
        lock (_guard)
        {
            Grants granted = change(Granted);
            if (_ended || (onlyNews && granted == Granted))
                return null;
            before = Reason;
            Granted = Grants.None; // should letting go fail, nothing is allowed
            _injection.LetGo();
            _hand.Forget(); // the hand that answered is no hand in the way
            Granted = granted;
            changed = new GrantsChanged(granted, ++GrantSeq);
        }
        TellIfNot(before);
        return changed;
    }

    private static uint SeqOf(IWireMessage message) => message switch
    {
        PointerInput pointer => pointer.GrantSeq,
        KeyInput key => key.GrantSeq,
        TextInput text => text.GrantSeq,
        KeysHeld held => held.GrantSeq,
        _ => throw new ArgumentException("Not an input message.", nameof(message)),
    };

    private void OnTick()
    {
        try
        {
            lock (_guard)
            {
                if (_ended)
                    return;
                _injection.Tick();
            }
        }
        catch (Exception fault) when (Failed is { } failed)
        {
            failed(fault);
        }
    }

    private void OnQuiet()
    {
        PauseReason before;
        lock (_guard)
        {
            if (_ended || !_hand.IsOn)
                return;
            before = Reason;
            _hand.Look();
        }
        TellIfNot(before);
    }

    private void TellIfNot(PauseReason before)
    {
        if (Pause != before)
            PauseChanged?.Invoke();
    }
}
