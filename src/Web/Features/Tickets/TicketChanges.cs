using System.Collections.Concurrent;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Tells open pages that a ticket changed. Pages ask again for what they show; nothing else is sent.</summary>
public sealed class TicketChanges
{
    private readonly ConcurrentDictionary<Guid, Func<long, Task>> _listeners = new();

    /// <summary>Calls back with the ticket's identity after each saved change, until disposed.</summary>
    public IDisposable Subscribe(Func<long, Task> listener)
    {
        var id = Guid.NewGuid();
        _listeners[id] = ReaderLanguage.Keep(listener);
        return new Subscription(() => _listeners.TryRemove(id, out _));
    }

    /// <summary>Called by use cases after the transaction is committed.</summary>
    public void Notify(long ticketId)
    {
        // A page reports its own failure to its circuit; one broken page must not keep the news from the others.
        foreach (Func<long, Task> listener in _listeners.Values) _ = listener(ticketId);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
