namespace ServiceDesk.CustomerAgent;

/// <summary>Control does not last for ever: it ends after half an hour unless the customer confirms it in its last minute.</summary>
internal sealed class ControlClock(TimeProvider time)
{
    /// <summary>How long control lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>So long before its end the customer is asked.</summary>
    public static readonly TimeSpan AskedBefore = TimeSpan.FromSeconds(60);

    private long _since;
    private bool _asked;

    /// <summary>Control was not confirmed in time.</summary>
    public bool IsOver => Held >= Lasts;

    private TimeSpan Held => time.GetElapsedTime(_since);

    /// <summary>Control is given, or given again.</summary>
    public void Begin()
    {
        _since = time.GetTimestamp();
        _asked = false;
    }

    /// <summary>Whether the customer is to be asked now; true once.</summary>
    public bool TryAsk()
    {
        if (_asked || Held < Lasts - AskedBefore)
            return false;
        return _asked = true;
    }
}
