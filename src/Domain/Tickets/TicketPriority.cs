namespace ServiceDesk.Domain.Tickets;

/// <summary>How urgent a ticket is. The values are stored: never renumber.</summary>
public enum TicketPriority
{
    Low = 0,
    Normal = 1,
    High = 2,
    Urgent = 3,
}
