using System.Globalization;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>What the session history shows; the whole of it stands in the address, so every list can be kept and sent.</summary>
/// <param name="Consultant">Only sessions of this person.</param>
/// <param name="QueueKey">Only sessions of tickets in this queue.</param>
/// <param name="Ticket">Only sessions of this ticket, as its number is typed.</param>
/// <param name="From">First day, in the desk's own zone.</param>
/// <param name="To">Last day, included.</param>
/// <param name="EndedBy">Who ended it.</param>
/// <param name="Controlled">Only where mouse and keyboard were granted, or only where they were not.</param>
public sealed record HistoryFilter(
    Guid? Consultant = null, string? QueueKey = null, string? Ticket = null, DateOnly? From = null, DateOnly? To = null,
    SessionParty? EndedBy = null, bool? Controlled = null)
{
    public const string Path = "/sessions";

    /// <summary>The path and query of this list, without a cursor.</summary>
    public string Address
    {
        get
        {
            var query = new List<string>();
            if (Consultant is { } consultant) query.Add($"consultant={consultant}");
            if (QueueKey is not null) query.Add($"queue={Uri.EscapeDataString(QueueKey)}");
            if (Ticket is not null) query.Add($"ticket={Uri.EscapeDataString(Ticket)}");
            if (From is { } from) query.Add(FormattableString.Invariant($"from={from:yyyy-MM-dd}"));
            if (To is { } to) query.Add(FormattableString.Invariant($"to={to:yyyy-MM-dd}"));
            if (EndedBy is { } party) query.Add($"ended={party.ToString().ToLowerInvariant()}");
            if (Controlled is { } controlled) query.Add(controlled ? "control=yes" : "control=no");
            return query.Count == 0 ? Path : $"{Path}?{string.Join('&', query)}";
        }
    }

    /// <summary>Reads an address; what is not understood is left out rather than refused.</summary>
    public static HistoryFilter Parse(string? consultant, string? queue, string? ticket, string? from, string? to, string? ended, string? control) => new(
        Guid.TryParse(consultant, out Guid id) ? id : null,
        string.IsNullOrWhiteSpace(queue) ? null : queue,
        string.IsNullOrWhiteSpace(ticket) ? null : ticket.Trim(),
        DayOf(from), DayOf(to),
        Enum.TryParse(ended, ignoreCase: true, out SessionParty party) && Enum.IsDefined(party) ? party : null,
        control switch { "yes" => true, "no" => false, _ => null });

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        && day.Year is > 2000 and < 2200 ? day : null;
}

/// <summary>Where the next page starts: after this row, newest request first.</summary>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Id">Breaks ties.</param>
public sealed record HistoryCursor(DateTime RequestedAt, Guid Id)
{
    public override string ToString() => FormattableString.Invariant($"{RequestedAt.Ticks}-{Id:N}");

    /// <returns>Null when the text is not a cursor: the list then starts at the top.</returns>
    public static HistoryCursor? Parse(string? text)
    {
        string[] parts = text?.Split('-') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out Guid id)
            ? new HistoryCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
