using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>Everything the document of one ticket says. Times are UTC; names are as the desk shows them now.</summary>
/// <param name="Owner">Null: nobody's.</param>
/// <param name="CatalogueItem">Null: none chosen.</param>
/// <param name="Timeline">In the order in which it happened.</param>
/// <param name="Sessions">In the order in which they were asked for.</param>
public sealed record TicketPrint(
    TicketNumber Number,
    string Title,
    TicketState State,
    TicketPriority Priority,
    string Queue,
    string? Owner,
    string? CatalogueItem,
    string Caller,
    DateTime OpenedAt,
    DateTime? SolvedAt,
    IReadOnlyList<EntryPrint> Timeline,
    IReadOnlyList<SessionPrint> Sessions);

/// <summary>One entry of the timeline.</summary>
/// <param name="Author">Null: the desk itself.</param>
/// <param name="Change">Only for a change.</param>
/// <param name="SessionId">Only for a remote session.</param>
public sealed record EntryPrint(
    DateTime At, TimelineKind Kind, string? Author, string? Text, ChangePrint? Change = null, Guid? SessionId = null);

/// <summary>A field before and after, as the timeline keeps it; null where nothing was or is chosen.</summary>
public sealed record ChangePrint(TicketField Field, Named? Old, Named? New);
