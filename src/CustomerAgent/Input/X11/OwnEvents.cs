namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>
/// Tells the events that we make from those of other programs, which come from the same device: the server reports ours in
/// the order in which we made them, however long another program keeps it busy. One that it never reports is given up as
/// soon as a later one comes.
/// </summary>
internal sealed class OwnEvents
{
    private const int MostWaiting = 4096;

    private readonly Lock _guard = new();
    private readonly List<HandEvent> _expected = [];

    /// <summary>We are about to make this event.</summary>
    public void Expect(HandEvent ours)
    {
        lock (_guard)
        {
            if (_expected.Count == MostWaiting)
                _expected.RemoveAt(0);
            _expected.Add(ours);
        }
    }

    /// <summary>The server reported an event. True when it is one of ours; each of ours counts once.</summary>
    public bool Take(HandEvent reported)
    {
        lock (_guard)
        {
            int found = _expected.IndexOf(reported);
            _expected.RemoveRange(0, found + 1);
            return found >= 0;
        }
    }
}
