using static ServiceDesk.Domain.Tickets.TicketState;

namespace ServiceDesk.Domain.Tickets;

/// <summary>The one table of state changes, for pages and API alike. What is not listed is refused.</summary>
public static class TicketTransitions
{
    private static readonly Dictionary<TicketState, TicketState[]> Table = new()
    {
        [New] = [InWork, WaitingForCustomer, WaitingForThirdParty, CallbackPromised, Solved, Withdrawn, Merged],
        [InWork] = [WaitingForCustomer, WaitingForThirdParty, CallbackPromised, Solved, Withdrawn, Merged],
        [WaitingForCustomer] = [InWork, WaitingForThirdParty, CallbackPromised, Solved, Withdrawn, Merged],
        [WaitingForThirdParty] = [InWork, WaitingForCustomer, CallbackPromised, Solved, Withdrawn, Merged],
        [CallbackPromised] = [InWork, WaitingForCustomer, WaitingForThirdParty, Solved, Withdrawn, Merged],
        [Solved] = [InWork, Closed],
        [Closed] = [],
        [Merged] = [],
        [Withdrawn] = [],
    };

    /// <summary>The states that may follow, in the order in which pages offer them.</summary>
    public static IReadOnlyList<TicketState> From(TicketState state) => Table[state];

    public static bool Allows(TicketState from, TicketState to) => Table[from].Contains(to);

    /// <summary>Nothing follows: from here on only notes can be added.</summary>
    public static bool IsFinal(this TicketState state) => Table[state].Length == 0;

    public static TicketStateClass ClassOf(this TicketState state) => state switch
    {
        New or InWork => TicketStateClass.Act,
        WaitingForCustomer or WaitingForThirdParty or CallbackPromised => TicketStateClass.Wait,
        _ => TicketStateClass.Done,
    };

    /// <summary>Open means that somebody still owes something; only open tickets can be worked on.</summary>
    public static bool IsOpen(this TicketState state) => state.ClassOf() != TicketStateClass.Done;
}
