namespace ServiceDesk.Domain.Tickets;

/// <summary>What the consultant took down while the caller was on the line.</summary>
/// <param name="CallerId">The person who called.</param>
/// <param name="Title">One line, at most <see cref="Ticket.TitleLength"/> characters.</param>
/// <param name="Words">What it is about; may be empty, then the title stands for it.</param>
/// <param name="QueueId">Where it belongs.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="CatalogueItemId">The permitted service it concerns, if one is known yet.</param>
public sealed record PhoneIntake(long CallerId, string? Title, string? Words, int QueueId, TicketPriority Priority, int? CatalogueItemId);
