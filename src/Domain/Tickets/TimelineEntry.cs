namespace ServiceDesk.Domain.Tickets;

/// <summary>What kind of thing happened. The values are stored: never renumber.</summary>
public enum TimelineKind
{
    Note = 0,
    Reply = 1,
    Call = 2,
    Change = 3,
    Session = 4,
    Acceptance = 5,
    Review = 6,
    System = 7,
}

/// <summary>Who may read an entry.</summary>
public enum TimelineVisibility
{
    Internal = 0,
    Public = 1,
}

/// <summary>One thing that happened to a ticket. Written once, by the ticket itself, and never changed.</summary>
public sealed class TimelineEntry
{
    private TimelineEntry()
    {
    }

    public long Id { get; private set; }
    public long TicketId { get; private set; }
    public TimelineKind Kind { get; private set; }
    public TimelineVisibility Visibility { get; private set; }

    /// <summary>The person of the desk; null when the desk itself did it.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    public string? Text { get; private set; }

    /// <summary>For <see cref="TimelineKind.Change"/>: which field, and its value before and after, as identity and as read.</summary>
    public TicketField? Field { get; private set; }
    public string? OldId { get; private set; }
    public string? OldText { get; private set; }
    public string? NewId { get; private set; }
    public string? NewText { get; private set; }

    /// <summary>For <see cref="TimelineKind.Session"/>: the remote session, which tells its own story.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>How the ticket stood after this entry: time in state, by owner and queue, is read from here.</summary>
    public TicketState StateAfter { get; private set; }
    public Guid? OwnerAfter { get; private set; }
    public int QueueAfter { get; private set; }

    internal static TimelineEntry Words(Ticket ticket, TimelineKind kind, Guid? author, string text, DateTime at) =>
        After(ticket, kind, author, at, entry => entry.Text = text);

    internal static TimelineEntry Changed(Ticket ticket, TicketField field, Named? old, Named? now, Guid? author, DateTime at) =>
        After(ticket, TimelineKind.Change, author, at, entry =>
        {
            entry.Field = field;
            (entry.OldId, entry.OldText) = (old?.Id, old?.Text);
            (entry.NewId, entry.NewText) = (now?.Id, now?.Text);
        });

    internal static TimelineEntry Session(Ticket ticket, Guid session, Guid author, DateTime at) =>
        After(ticket, TimelineKind.Session, author, at, entry => entry.SessionId = session);

    private static TimelineEntry After(Ticket ticket, TimelineKind kind, Guid? author, DateTime at, Action<TimelineEntry> fill)
    {
        var entry = new TimelineEntry
        {
            Kind = kind,
            AuthorId = author,
            At = at,
            StateAfter = ticket.State,
            OwnerAfter = ticket.OwnerId,
            QueueAfter = ticket.QueueId,
        };
        fill(entry);
        return entry;
    }
}
