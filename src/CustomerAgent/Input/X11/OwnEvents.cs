namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>
/// Tells the events that we make from those of other programs, which come from the same device: the server reports ours in
/// the order in which we made them. One that it never reports is given up as soon as a later one comes, or after a second.
/// </summary>
internal sealed class OwnEvents(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _guard = new();
    private readonly List<(HandEvent Event, long Made)> _expected = [];

    /// <summary>We are about to make this event.</summary>
    public void Expect(HandEvent ours)
    {
        lock (_guard)
            _expected.Add((ours, time.GetTimestamp()));
    }

    /// <summary>The server reported an event. True when it is one of ours; each of ours counts once.</summary>
    public bool Take(HandEvent reported)
    {
        lock (_guard)
        {
            _expected.RemoveAll(ours => time.GetElapsedTime(ours.Made) > Patience);
            int found = _expected.FindIndex(ours => ours.Event == reported);
            _expected.RemoveRange(0, found + 1);
            return found >= 0;
        }
    }
}
