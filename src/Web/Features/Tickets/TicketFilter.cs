using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>The tabs of the queue page. Their names, in lower case, stand in the address.</summary>
public enum TicketView
{
    Mine,
    Team,
    Callbacks,
    Unassigned,
    Done,
}

/// <summary>What the queue page shows; the whole of it stands in the address, so every list can be kept and sent.</summary>
/// <param name="View">Which tab.</param>
/// <param name="QueueKey">Only this queue.</param>
/// <param name="State">Only this state.</param>
/// <param name="Priority">Only this priority or above.</param>
/// <param name="Text">Part of the title, or a caller's name.</param>
public sealed record TicketFilter(TicketView View, string? QueueKey = null, TicketState? State = null, TicketPriority? Priority = null, string? Text = null)
{
    /// <summary>The path and query of this list, without a cursor.</summary>
    public string Address
    {
        get
        {
            var query = new List<string>();
            if (QueueKey is not null) query.Add($"queue={Uri.EscapeDataString(QueueKey)}");
            if (State is not null) query.Add($"state={State}");
            if (Priority is not null) query.Add($"priority={Priority}");
            if (!string.IsNullOrWhiteSpace(Text)) query.Add($"text={Uri.EscapeDataString(Text)}");
            return $"/queues/{View.ToString().ToLowerInvariant()}{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
        }
    }

    /// <summary>Reads an address; what is not understood is left out rather than refused.</summary>
    public static TicketFilter Parse(string? view, string? queue, string? state, string? priority, string? text) => new(
        Enum.TryParse(view, ignoreCase: true, out TicketView tab) && Enum.IsDefined(tab) ? tab : TicketView.Mine,
        string.IsNullOrWhiteSpace(queue) ? null : queue,
        Enum.TryParse(state, ignoreCase: true, out TicketState s) && Enum.IsDefined(s) ? s : null,
        Enum.TryParse(priority, ignoreCase: true, out TicketPriority p) && Enum.IsDefined(p) ? p : null,
        string.IsNullOrWhiteSpace(text) ? null : text.Trim());
}

/// <summary>Where the next page starts: after this row of the list, newest change first.</summary>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="Id">Breaks ties.</param>
public sealed record TicketCursor(DateTime UpdatedAt, long Id)
{
    public override string ToString() => FormattableString.Invariant($"{UpdatedAt.Ticks}-{Id}");

    /// <returns>Null when the text is not a cursor: the list then starts at the top.</returns>
    public static TicketCursor? Parse(string? text)
    {
        string[] parts = text?.Split('-') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], out long ticks) && long.TryParse(parts[1], out long id)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new TicketCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
