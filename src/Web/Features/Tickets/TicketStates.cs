using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Components;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>How a ticket's state looks: who acts next, and whether a promised call-back is due.</summary>
internal static class TicketStates
{
    public static DeskState Of(TicketState state, DateTime? callbackFrom, TimeProvider time) => state.ClassOf() switch
    {
        _ when callbackFrom is { } from && from <= time.GetUtcNow().UtcDateTime => DeskState.Overdue,
        TicketStateClass.Act => DeskState.Act,
        TicketStateClass.Wait => DeskState.Wait,
        _ => DeskState.Done,
    };
}
