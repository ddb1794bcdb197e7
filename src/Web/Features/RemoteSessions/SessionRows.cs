using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The session that a ticket's side column shows: the open one, else the last.</summary>
/// <param name="Id">The session.</param>
/// <param name="TicketId">Its ticket.</param>
/// <param name="ConsultantId">Whose session it is.</param>
/// <param name="Consultant">Their name.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Granted">What the customer allows now.</param>
/// <param name="End">Why it is over.</param>
/// <param name="ChannelExpiresAt">How long the channel waits.</param>
/// <param name="EndedAt">Since when it is over.</param>
/// <param name="IsLineLost">Whether the line is lost and may come back.</param>
/// <param name="Channel">In threes, as it is read out; null once it is used up.</param>
public sealed record SessionRow(
    Guid Id, long TicketId, Guid ConsultantId, string Consultant, SessionState State, Grant Granted, SessionEnd? End,
    DateTime ChannelExpiresAt, DateTime? EndedAt, bool IsLineLost, string? Channel = null)
{
    public bool IsOpen => State != SessionState.Ended;

    /// <summary>True once an agent is there to be looked at.</summary>
    public bool CanBeViewed => State is SessionState.AgentJoined or SessionState.Active;
}

/// <summary>All that is kept of a session, as its story.</summary>
/// <param name="VerifiedAt">When the customer typed the number that was read out; null: never.</param>
/// <param name="Events">What happened besides grants, in its order.</param>
public sealed record SessionStoryRow(
    Guid Id, Guid ConsultantId, string Consultant, SessionState State, Grant Granted, DateTime RequestedAt, DateTime? VerifiedAt, DateTime? StartedAt,
    DateTime? EndedAt, SessionEnd? End, bool IsLineLost, TimeSpan Seen, TimeSpan Controlled, string? AgentVersion, long BytesCarried,
    IReadOnlyList<AcceptanceRow> Accepted, IReadOnlyList<GrantRow> Grants, IReadOnlyList<EventRow> Events)
{
    public int Count(SessionEventKind kind) => Events.Count(e => e.Kind == kind);
}

/// <summary>One accepted text.</summary>
public sealed record AcceptanceRow(PolicyKind Kind, int Version, string Locale, string Sha256, DateTime AcceptedAt);

/// <summary>One decision of the customer.</summary>
public sealed record GrantRow(Grant Grant, GrantDecision Decision, DateTime At);

/// <summary>One thing that happened.</summary>
public sealed record EventRow(SessionEventKind Kind, DateTime At);

/// <summary>One line of the team's session history.</summary>
/// <param name="LinesLost">How often the line was lost and not given up at once.</param>
/// <param name="HasProblem">Whether the consultant found a problem.</param>
public sealed record HistoryRow(
    Guid Id, TicketNumber Ticket, string Title, string Customer, string Consultant, string Queue, SessionState State, Grant Granted,
    DateTime RequestedAt, SessionEnd? End, bool IsLineLost, TimeSpan Seen, TimeSpan Controlled,
    bool IsVerified, int WrongNumbers, int LinesLost, bool HasProblem);

/// <summary>A page of the history.</summary>
/// <param name="Rows">At most the page size.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryRow> Rows, HistoryCursor? Next);
