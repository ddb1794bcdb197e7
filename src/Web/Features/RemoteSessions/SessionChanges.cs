using System.Collections.Concurrent;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Tells open pages that a remote session has changed, so that they read its row again.</summary>
public sealed class SessionChanges(TicketChanges tickets)
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    /// <summary>Calls back after each change of this session, until disposed.</summary>
    public IDisposable SubscribeSession(Guid session, Func<Task> changed) => Add(new(this, session, null, changed));

    /// <summary>Calls back after each change of any session of this ticket, until disposed.</summary>
    public IDisposable SubscribeTicket(long ticket, Func<Task> changed) => Add(new(this, null, ticket, changed));

    /// <summary>Calls back after each change of any session, until disposed.</summary>
    public IDisposable SubscribeAll(Func<Task> changed) => Add(new(this, null, null, changed));

    /// <summary>Called after the change has been saved. A page that has just gone away must not fail the use case, so nothing is awaited.</summary>
    public void Notify(Guid session, long ticket)
    {
        foreach (Subscription subscription in _subscriptions.Keys)
            if (subscription.IsAbout(session, ticket)) _ = subscription.Changed();
        tickets.Notify(ticket); // lists show which tickets have a session, timelines tell it
    }

    private Subscription Add(Subscription subscription)
    {
        _subscriptions[subscription] = 0;
        return subscription;
    }

    private sealed class Subscription(SessionChanges owner, Guid? session, long? ticket, Func<Task> changed) : IDisposable
    {
        public Func<Task> Changed { get; } = ReaderLanguage.Keep(changed);

        public bool IsAbout(Guid changedSession, long changedTicket) => (session ?? changedSession) == changedSession && (ticket ?? changedTicket) == changedTicket;

        public void Dispose() => owner._subscriptions.TryRemove(this, out _);
    }
}
