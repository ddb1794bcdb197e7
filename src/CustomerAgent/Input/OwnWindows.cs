using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Input;

/// <summary>
/// Where the agent's own windows are, told by the windows and asked by the gate: the consultant's mouse and keyboard never
/// reach them, so that nobody but the customer can press "Allow", and no picture shows them.
/// </summary>
internal sealed class OwnWindows
{
    private readonly Lock _guard = new();
    private readonly Dictionary<object, (int X, int Y, int Width, int Height)> _places = [];
    private readonly HashSet<object> _focused = [];
    private readonly HashSet<nuint> _programs = [];
    private XClient _client;
    private readonly HashSet<object> _menus = [];
    private uint? _answered;
    private volatile bool _isConsultants;

    /// <summary>Whether the desktop's mouse or keyboard was last used by the consultant, and by no hand since.</summary>
    public bool AreConsultants => _isConsultants;

    /// <summary>The windows' own numbers, whatever frames a window manager puts round them.</summary>
    public IReadOnlyList<nuint> Programs
    {
        get
        {
            lock (_guard)
                return [.. _programs];
        }
    }

    /// <summary>All windows that this connection makes are ours: menus and tooltips, too.</summary>
    public void AllOf(XClient client)
    {
        lock (_guard)
            _client = client;
    }

    /// <summary>A window has got its number. Said before it is shown.</summary>
    public void Named(nuint program)
    {
        lock (_guard)
            _programs.Add(program);
    }

    /// <summary>Whether we made this window.</summary>
    public bool Made(nuint window)
    {
        lock (_guard)
            return _client.Made(window);
    }

    /// <summary>A window is shown at this place of the picture, or has moved there.</summary>
    public void Shown(object window, int x, int y, int width, int height)
    {
        lock (_guard)
            _places[window] = (x, y, width, height);
    }

    /// <summary>A window is hidden or gone.</summary>
    public void Hidden(object window)
    {
        lock (_guard)
        {
            _places.Remove(window);
            _focused.Remove(window);
            _menus.Remove(window);
        }
    }

    /// <summary>A window has begun or ceased to get the keyboard.</summary>
    public void Focused(object window, bool focused)
    {
        lock (_guard)
            _ = focused ? _focused.Add(window) : _focused.Remove(window);
    }

    /// <summary>A menu is shown: whatever is clicked or typed anywhere goes to it until it is hidden.</summary>
    public void Opened(object menu)
    {
        lock (_guard)
            _menus.Add(menu);
    }

    /// <summary>The consultant's mouse or keyboard has done something.</summary>
    public void UsedByConsultant() => _isConsultants = true;

    /// <summary>A hand has done something.</summary>
    public void UsedByHand() => _isConsultants = false;

    /// <summary>The customer has used one of our windows: what a hand did up to this time was done for us.</summary>
    /// <param name="time">The X server's, in milliseconds, of the click or key.</param>
    public void Answered(uint time)
    {
        lock (_guard)
            _answered = time;
    }

    /// <summary>Whether what a hand did at this time of the X server's belongs to an answer that was given in our windows.</summary>
    public bool WasForUs(uint time)
    {
        lock (_guard)
            return _answered is { } answered && (int)(time - answered) <= 0; // it begins anew every 49 days
    }

    /// <summary>Whether a click at this pixel would go to one of our windows.</summary>
    public bool Cover(int x, int y)
    {
        lock (_guard)
            return _menus.Count > 0 || _places.Values.Any(p => x >= p.X && x < p.X + p.Width && y >= p.Y && y < p.Y + p.Height);
    }

    /// <summary>Whether keys would go to one of our windows.</summary>
    public bool HaveKeyboard()
    {
        lock (_guard)
            return _menus.Count > 0 || _focused.Count > 0;
    }
}
