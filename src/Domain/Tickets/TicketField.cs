namespace ServiceDesk.Domain.Tickets;

/// <summary>The fields of a ticket whose changes the timeline keeps. The values are stored: never renumber.</summary>
public enum TicketField
{
    State = 0,
    Title = 1,
    Queue = 2,
    Owner = 3,
    Priority = 4,
    CatalogueItem = 5,
    Caller = 6,
    Callback = 7,
}

/// <summary>Something chosen: its identity, and how it read when it was chosen.</summary>
/// <param name="Id">Identity as text.</param>
/// <param name="Text">The name that people saw.</param>
public sealed record Named(string Id, string Text);
