namespace ServiceDesk.Domain.Tickets;

/// <summary>Where a ticket stands. The values are stored: never renumber.</summary>
public enum TicketState
{
    New = 0,
    InWork = 1,
    WaitingForCustomer = 2,
    WaitingForThirdParty = 3,
    CallbackPromised = 4,
    Solved = 5,
    Closed = 6,
    Merged = 7,
    Withdrawn = 8,
}

/// <summary>Who acts next; drives colour, shape and the order of the lists.</summary>
public enum TicketStateClass
{
    Act,
    Wait,
    Done,
}
