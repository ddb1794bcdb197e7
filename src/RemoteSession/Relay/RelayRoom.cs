namespace ServiceDesk.Remote.Relay;

/// <summary>
/// One session: two ends, and every message of the one written to the other before the next is read. It looks into nothing,
/// keeps nothing and says nothing of its own; it only counts, waits and closes.
/// </summary>
internal sealed class RelayRoom
{
    private readonly TaskCompletionSource _bothIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<RelayEnding> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Guid _sessionId;
    private readonly IRelayHearer _hearer;
    private readonly RelayLimits _limits;
    private readonly TimeProvider _time;
    private readonly ITimer _peerWait, _session;
    private RelayEnd? _agent, _viewer;

    public RelayRoom(Guid sessionId, IRelayHearer hearer, RelayLimits limits, TimeProvider time)
    {
        (_sessionId, _hearer, _limits, _time) = (sessionId, hearer, limits, time);
        (_peerWait, _session) = (Alarm(NobodyCame), Alarm(() => RelayEnding.TimeLimit));
        Set(_peerWait, limits.PeerWait);
    }

    public bool HasEnded => _ended.Task.IsCompleted;

    /// <summary>Content bytes of both directions so far.</summary>
    public long BytesCarried => (_agent?.BytesSent ?? 0) + (_viewer?.BytesSent ?? 0);

    /// <summary>Whether this side has come.</summary>
    public bool Has(RelaySide side) => (side == RelaySide.Agent ? _agent : _viewer) is not null;

    /// <summary>Takes an end in; false when its side is there already. One caller at a time.</summary>
    public bool TryEnter(RelayEnd end)
    {
        if (Has(end.Side)) return false;
        if (end.Side == RelaySide.Agent) _agent = end;
        else _viewer = end;
        if (_agent is null || _viewer is null) return true;
        Set(_peerWait, Timeout.InfiniteTimeSpan);
        Set(_session, _limits.Session);
        _bothIn.SetResult();
        _hearer.BothAreIn(_sessionId);
        return true;
    }

    /// <summary>Ends the room for both; the first ending counts.</summary>
    public void End(RelayEnding ending)
    {
        if (_ended.TrySetResult(ending)) _hearer.IsOver(_sessionId, OutcomeOf(ending));
    }

    /// <summary>Runs an end that has entered, until the room has ended and this end is closed.</summary>
    public async Task<RelayOutcome> RunAsync(RelayEnd end, CancellationToken stop)
    {
        await using CancellationTokenRegistration stopping = stop.Register(() => End(RelayEnding.ByDesk(RelayCloseCode.EndedByDesk)));
        Task copying = CopyAsync(end);
        RelayEnding ending = await _ended.Task;
        _peerWait.Dispose();
        _session.Dispose();
        await end.Line.CloseAsync(ending.CodeFor(end.Side), copying);
        return OutcomeOf(ending);
    }

    private async Task CopyAsync(RelayEnd from)
    {
        await using ITimer silent = Alarm(() => RelayEnding.Lost(from.Side)), stuck = Alarm(() => RelayEnding.Lost(Other(from.Side)));
        var held = new Queue<byte[]>();
        try
        {
            while (!HasEnded)
            {
                // An early end is read on, so that its pings are answered and its going is noticed.
                Task<RelayRead> reading = from.ReadAsync();
                await Task.WhenAny(reading, _bothIn.Task);
                if (_bothIn.Task.IsCompleted) await DeliverAsync(held, from, stuck);
                Set(silent, _limits.Idle); // silence counts only while both are there
                RelayRead read = await reading;
                Set(silent, Timeout.InfiniteTimeSpan);
                if (read != RelayRead.Message) End(RelayEnding.After(read, from.Side));

                if (!_bothIn.Task.IsCompleted && held.Sum(message => message.Length) + from.Line.Message.Length <= _limits.HeldBytes)
                {
                    held.Enqueue(from.Line.Message.ToArray());
                    continue;
                }

                await Task.WhenAny(_bothIn.Task, _ended.Task); // no room for more of the early end: it waits
                if (HasEnded) return;
                await DeliverAsync(held, from, stuck);
                await WriteAsync(from, from.Line.Message, stuck);
                if (from.Pause > TimeSpan.Zero) await Task.WhenAny(Task.Delay(from.Pause, _time), _ended.Task);
            }
        }
        finally
        {
            End(RelayEnding.Lost(from.Side)); // whatever happened, no room outlives its copying
        }
    }

    private async Task DeliverAsync(Queue<byte[]> held, RelayEnd from, ITimer stuck)
    {
        while (held.TryDequeue(out byte[]? message)) await WriteAsync(from, message, stuck);
    }

    private async Task WriteAsync(RelayEnd from, ReadOnlyMemory<byte> message, ITimer stuck)
    {
        RelayEnd to = (from.Side == RelaySide.Agent ? _viewer : _agent)!;
        Set(stuck, _limits.Stuck);
        if (!await to.Line.TryWriteAsync(message)) End(RelayEnding.Lost(to.Side));
        Set(stuck, Timeout.InfiniteTimeSpan);
    }

    private RelayOutcome OutcomeOf(RelayEnding ending) => new(ending.Reason, _agent?.BytesSent ?? 0, _viewer?.BytesSent ?? 0);

    private RelayEnding NobodyCame() => RelayEnding.Lost(Has(RelaySide.Agent) ? RelaySide.Viewer : RelaySide.Agent);

    private ITimer Alarm(Func<RelayEnding> ending) =>
        _time.CreateTimer(_ => End(ending()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private static RelaySide Other(RelaySide side) => side == RelaySide.Agent ? RelaySide.Viewer : RelaySide.Agent;

    private static void Set(ITimer alarm, TimeSpan due) => alarm.Change(due, Timeout.InfiniteTimeSpan);
}
