namespace ServiceDesk.Remote.Relay;

/// <summary>Hears of a room at once, before anybody is closed. Called on the relay's own threads: it must neither wait nor throw.</summary>
public interface IRelayHearer
{
    /// <summary>Both ends are in the room.</summary>
    void BothAreIn(Guid sessionId);

    /// <summary>The room is over; called once, whatever the ends still do.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="outcome">Why, and what had been carried by then.</param>
    void IsOver(Guid sessionId, RelayOutcome outcome);
}
