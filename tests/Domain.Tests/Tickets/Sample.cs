using System.Globalization;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

internal static class Sample
{
    public static readonly Guid Anna = Guid.Parse("a0000000-0000-0000-0000-00000000000a");
    public static readonly Guid Bert = Guid.Parse("b0000000-0000-0000-0000-00000000000b");

    public static Named AnnaNamed => new(Anna.ToString(), "Anna Berg");
    public static Named BertNamed => new(Bert.ToString(), "Bert Ott");

    public static PhoneIntake Intake(string? title = "VPN breaks", string? words = "It breaks after sign-in.") =>
        new(CallerId: 7, title, words, QueueId: 1, TicketPriority.Normal, CatalogueItemId: null);

    public static Ticket Ticket(string? title = "VPN breaks", string? words = "It breaks after sign-in.") =>
        Domain.Tickets.Ticket.Open(Intake(title, words), Anna, Times.Start);

    /// <summary>A ticket as it comes back from the database, where identities are given.</summary>
    public static Ticket Stored(long id)
    {
        Ticket ticket = Ticket();
        typeof(Ticket).GetProperty(nameof(Domain.Tickets.Ticket.Id))!.SetValue(ticket, id);
        return ticket;
    }

    /// <summary>A ticket that was led into a state by its own verbs.</summary>
    public static Ticket In(TicketState state, long id = 1)
    {
        Ticket ticket = Stored(id);
        switch (state)
        {
            case TicketState.New:
                break;
            case TicketState.CallbackPromised:
                ticket.PromiseCallback(Promise(60, 90), Anna, Times.Minute(1));
                break;
            case TicketState.Merged:
                ticket.MergeInto(Stored(id + 1000), Anna, Times.Minute(1));
                break;
            case TicketState.Closed:
                ticket.MoveTo(TicketState.Solved, Anna, Times.Minute(1));
                ticket.MoveTo(TicketState.Closed, null, Times.Minute(1));
                break;
            default:
                ticket.MoveTo(state, Anna, Times.Minute(1));
                break;
        }

        return ticket;
    }

    public static CallbackPromise Promise(double from, double until) => new(Times.Minute(from), Times.Minute(until));

    public static Named Numbered(long id, string text) => new(id.ToString(CultureInfo.InvariantCulture), text);
}
