using System.Collections.Concurrent;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Tells open pages that a remote session has changed, so that they read its row again.</summary>
public sealed class SessionChanges
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    /// <summary>Calls back after each change of this session, until disposed.</summary>
    public IDisposable SubscribeSession(Guid session, Func<Task> changed) => Add(new(this, session, null, changed));

    /// <summary>Calls back after each change of any session of this ticket, until disposed.</summary>
    public IDisposable SubscribeTicket(long ticket, Func<Task> changed) => Add(new(this, null, ticket, changed));

    /// <summary>Called after the change has been saved. A page that has just gone away must not fail the use case, so nothing is awaited.</summary>
    public void Notify(Guid session, long ticket)
    {
        foreach (Subscription subscription in _subscriptions.Keys)
            if (subscription.Session == session || subscription.Ticket == ticket) _ = subscription.Changed();
    }

    private Subscription Add(Subscription subscription)
    {
        _subscriptions[subscription] = 0;
        return subscription;
    }

    private sealed class Subscription(SessionChanges owner, Guid? session, long? ticket, Func<Task> changed) : IDisposable
    {
        public Guid? Session { get; } = session;
        public long? Ticket { get; } = ticket;
        public Func<Task> Changed { get; } = changed;

        public void Dispose() => owner._subscriptions.TryRemove(this, out _);
    }
}
