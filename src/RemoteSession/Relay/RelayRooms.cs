using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;

namespace ServiceDesk.Remote.Relay;

/// <summary>All sessions on the relay of this server. Thread-safe.</summary>
public sealed class RelayRooms(RelayLimits limits, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, RelayRoom> _rooms = [];

    /// <summary>
    /// Runs an end that <see cref="RelayDoor"/> has admitted. Returns when its socket is closed; what the ends do wrong, and broken
    /// lines, are outcomes, not exceptions.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="side">Which end.</param>
    /// <param name="socket">Open; the join message has been read.</param>
    /// <param name="visit">What the newcomer may, and who hears of the room.</param>
    /// <param name="ct">The server's stop, which closes with 4412. Not the request's abort: a broken line is found by reading.</param>
    public async Task<RelayOutcome> RunAsync(Guid sessionId, RelaySide side, WebSocket socket, RelayVisit visit, CancellationToken ct)
    {
        var end = new RelayEnd(side, socket, limits, time);
        if (!TryEnter(sessionId, end, visit, out RelayRoom? room))
        {
            bool full = room is null;
            await end.Line.CloseAsync(full ? RelayCloseCode.Rate : RelayCloseCode.SecondParticipant, Task.CompletedTask);
            return new RelayOutcome(full ? RelayCloseReason.Limit : RelayCloseReason.SecondParticipant, 0, 0);
        }

        try
        {
            return await room.RunAsync(end, ct);
        }
        finally
        {
            Leave(sessionId, room);
        }
    }

    /// <summary>The desk ends a session: both ends are closed with the code. Nothing happens when there is none.</summary>
    public void Close(Guid sessionId, RelayCloseCode code) => Find(sessionId)?.End(RelayEnding.ByDesk(code));

    /// <summary>Whether this side of a session is on the relay, in a room that has not ended.</summary>
    public bool IsThere(Guid sessionId, RelaySide side) => Find(sessionId) is { HasEnded: false } room && room.Has(side);

    /// <summary>Content bytes of both directions so far; 0 when there is no such session.</summary>
    public long BytesCarried(Guid sessionId) => Find(sessionId)?.BytesCarried ?? 0;

    private RelayRoom? Find(Guid sessionId)
    {
        lock (_lock) return _rooms.GetValueOrDefault(sessionId);
    }

    private bool TryEnter(Guid sessionId, RelayEnd end, RelayVisit visit, [NotNullWhen(true)] out RelayRoom? room)
    {
        lock (_lock)
        {
            bool known = _rooms.TryGetValue(sessionId, out room);
            // A dead line is not always known to be dead: who has a new token for its side knows better.
            if (known && visit.MayReplace && room!.Has(end.Side)) room.End(RelayEnding.Lost(end.Side));
            if (known && !room!.HasEnded) return room.TryEnter(end);
            room = null;
            if (!known && _rooms.Count >= limits.Rooms) return false;
            room = _rooms[sessionId] = new RelayRoom(sessionId, visit.Hearer, limits, time);
            return room.TryEnter(end);
        }
    }

    private void Leave(Guid sessionId, RelayRoom room)
    {
        lock (_lock)
        {
            if (_rooms.GetValueOrDefault(sessionId) == room) _rooms.Remove(sessionId);
        }
    }
}
