using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The session that a ticket's side column shows: the open one, else the last.</summary>
public sealed record SessionRow(
    Guid Id, Guid ConsultantId, string Consultant, SessionState State, Grant Granted, SessionEnd? End,
    DateTime ChannelExpiresAt, DateTime RequestedAt, DateTime? StartedAt, DateTime? EndedAt)
{
    public bool IsOpen => State != SessionState.Ended;

    /// <summary>True once an agent is there to be looked at.</summary>
    public bool CanBeViewed => State is SessionState.AgentJoined or SessionState.Active;
}

/// <summary>All that is kept of a session, as its story.</summary>
public sealed record SessionStoryRow(
    Guid Id, Guid ConsultantId, string Consultant, SessionState State, DateTime RequestedAt, DateTime? StartedAt, DateTime? EndedAt, SessionEnd? End,
    TimeSpan Seen, TimeSpan Controlled, string? AgentVersion, long BytesCarried,
    IReadOnlyList<AcceptanceRow> Accepted, IReadOnlyList<GrantRow> Grants);

/// <summary>One accepted text.</summary>
public sealed record AcceptanceRow(PolicyKind Kind, int Version, string Locale, string Sha256, DateTime AcceptedAt);

/// <summary>One decision of the customer.</summary>
public sealed record GrantRow(Grant Grant, GrantDecision Decision, DateTime At);

/// <summary>One line of the team's session history.</summary>
public sealed record HistoryRow(
    Guid Id, TicketNumber Ticket, string Title, string Customer, string Consultant, string Queue, SessionState State,
    DateTime RequestedAt, DateTime? StartedAt, DateTime? EndedAt, SessionEnd? End, TimeSpan Seen, TimeSpan Controlled);

/// <summary>A page of the history.</summary>
/// <param name="Rows">At most the page size.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryRow> Rows, HistoryCursor? Next);
