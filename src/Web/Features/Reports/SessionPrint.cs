using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>What is kept of one remote session: who, when, how long, what was accepted and granted, who ended it. Times are UTC.</summary>
/// <param name="VerifiedAt">When the customer typed the number that was read out; null: never.</param>
/// <param name="StartedAt">When the customer first allowed viewing; null: never.</param>
/// <param name="EndedAt">Null: it still runs.</param>
/// <param name="End">Null: it still runs.</param>
/// <param name="Seen">For how long the screen could be seen.</param>
/// <param name="Controlled">For how long mouse and keyboard could be used.</param>
/// <param name="Accepted">One for each text that was accepted.</param>
/// <param name="Grants">In the order in which the customer decided.</param>
/// <param name="Events">What happened besides, in its order.</param>
public sealed record SessionPrint(
    Guid Id,
    string Consultant,
    DateTime RequestedAt,
    DateTime? VerifiedAt,
    DateTime? StartedAt,
    DateTime? EndedAt,
    SessionEnd? End,
    TimeSpan Seen,
    TimeSpan Controlled,
    IReadOnlyList<AcceptancePrint> Accepted,
    IReadOnlyList<GrantPrint> Grants,
    IReadOnlyList<EventPrint> Events);

/// <param name="Locale">The language it was read in, <c>de</c> or <c>en</c>.</param>
public sealed record AcceptancePrint(PolicyKind Kind, int Version, string Locale, DateTime At);

public sealed record GrantPrint(Grant Grant, GrantDecision Decision, DateTime At);

public sealed record EventPrint(SessionEventKind Kind, DateTime At);
