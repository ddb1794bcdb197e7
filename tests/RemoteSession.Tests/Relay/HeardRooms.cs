using System.Collections.Concurrent;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>Keeps what the relay says of its rooms, in order: null for both ends in, an outcome for the end.</summary>
internal sealed class HeardRooms : IRelayHearer
{
    private readonly ConcurrentQueue<RelayOutcome?> _heard = new();

    public IReadOnlyList<RelayOutcome?> All => [.. _heard];

    public void BothAreIn(Guid sessionId) => _heard.Enqueue(null);

    public void IsOver(Guid sessionId, RelayOutcome outcome) => _heard.Enqueue(outcome);
}
