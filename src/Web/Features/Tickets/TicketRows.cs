using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>One line of a queue.</summary>
public sealed record TicketRow(
    long Id, string Title, TicketState State, TicketPriority Priority, string Caller, string Queue, string? CatalogueItem,
    string? OwnerInitials, DateTime UpdatedAt, DateTime? CallbackFrom, DateTime? CallbackUntil, bool SessionOpen)
{
    public TicketNumber Number => new(Id);
}

/// <summary>A page of a queue.</summary>
/// <param name="Rows">At most the page size.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record TicketListPage(IReadOnlyList<TicketRow> Rows, TicketCursor? Next);

/// <summary>How many tickets each tab holds for one person.</summary>
public sealed record TicketCounts(int Mine, int Team, int Callbacks, int CallbacksDue, int Unassigned);

/// <summary>A ticket as its page shows it.</summary>
public sealed record TicketDetails(
    long Id, string Title, TicketState State, TicketPriority Priority, int QueueId, string Queue, Guid? OwnerId, string? Owner,
    int? CatalogueItemId, string? CatalogueItem, CallerDetails Caller, DateTime? CallbackFrom, DateTime? CallbackUntil,
    TicketNumber? MergedInto, IReadOnlyList<TimelineRow> Timeline)
{
    public TicketNumber Number => new(Id);
}

/// <summary>The caller beside a ticket.</summary>
public sealed record CallerDetails(long Id, string Name, string? Phone, string? Mail, int OpenTickets, int AllTickets);

/// <summary>One entry of the timeline.</summary>
public sealed record TimelineRow(
    long Id, TimelineKind Kind, TimelineVisibility Visibility, string? Author, DateTime At, string? Text,
    TicketField? Field, string? OldId, string? OldText, string? NewId, string? NewText, Guid? SessionId);

/// <summary>Something to choose from.</summary>
public sealed record Choice<T>(T Id, string Name);
