using System.Collections.Concurrent;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// One change of a session at a time. Customer, agent, consultant and relay speak at once; without this the agent's
/// grant, read before an end and saved after it, would bring the session back to life.
/// </summary>
public sealed class SessionGates
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _gates = new();

    /// <summary>Waits for the turn; disposing gives it back.</summary>
    public async Task<IDisposable> EnterAsync(Guid session, CancellationToken cancellation)
    {
        SemaphoreSlim gate = _gates.GetOrAdd(session, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    /// <summary>Nothing can happen to an ended session, so a late comer with a gate of its own does no harm.</summary>
    public void Forget(Guid session) => _gates.TryRemove(session, out _);

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
