using ServiceDesk.Domain.Policies;

namespace ServiceDesk.Domain.RemoteSessions;

/// <summary>
/// One look at a customer's screen, asked for from a ticket. Keeps who, when, how long, what was accepted and granted, who ended it;
/// never anything that was on the screen. Times are UTC and come in as values.
/// </summary>
public sealed partial class RemoteSession
{
    /// <summary>How long the channel waits for the customer's next step.</summary>
    public static readonly TimeSpan ChannelLife = TimeSpan.FromMinutes(10);

    /// <summary>More decisions than a customer can make in two hours.</summary>
    public const int MostGrantChanges = 400;

    private static readonly PolicyKind[] Required = Enum.GetValues<PolicyKind>();
    private static readonly Grant[] Grants = [.. Enum.GetValues<Grant>().Where(grant => grant != Grant.None)];
    private static readonly Grant All = Grants.Aggregate((all, grant) => all | grant);

    private readonly List<Acceptance> _acceptances = [];
    private readonly List<GrantChange> _grantChanges = [];
    private readonly List<SessionEvent> _events = [];

    private RemoteSession()
    {
    }

    public Guid Id { get; private set; }
    public long TicketId { get; private set; }
    public Guid ConsultantId { get; private set; }
    public SessionState State { get; private set; }

    /// <summary>HMAC-SHA-256 of the nine digits, 32 bytes; null from a day after the end, when the digits may be drawn again.</summary>
    public byte[]? ChannelHash { get; private set; }
    public DateTime ChannelExpiresAt { get; private set; }
    public DateTime RequestedAt { get; private set; }
    public DateTime? PageOpenedAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? JoinedAt { get; private set; }

    /// <summary>When the customer typed the number that was read out; null: nobody has proved who is at the other end.</summary>
    public DateTime? VerifiedAt { get; private set; }

    /// <summary>Since when the line is lost; null while it is up, and after the end.</summary>
    public DateTime? LineLostAt { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The last moment at which the desk knew that it ran; the end of a session that a crash cut off.</summary>
    public DateTime LastSeenAt { get; private set; }
    public SessionEnd? End { get; private set; }
    public Grant Granted { get; private set; }
    public string? AgentVersion { get; private set; }
    public long BytesCarried { get; private set; }
    public IReadOnlyList<Acceptance> Acceptances => _acceptances;
    public IReadOnlyList<GrantChange> GrantChanges => _grantChanges;

    /// <summary>What happened besides grants, in its order.</summary>
    public IReadOnlyList<SessionEvent> Events => _events;
    public bool IsOpen => State != SessionState.Ended;

    /// <summary>Asks for a session: a channel that waits for the customer.</summary>
    /// <param name="id">New identity, 16 random bytes.</param>
    /// <param name="ticketId">The ticket it is asked for from.</param>
    /// <param name="consultant">Who asked, and who alone will see.</param>
    /// <param name="channelHash">HMAC-SHA-256 of the channel's digits, 32 bytes.</param>
    /// <param name="now">UTC.</param>
    public static RemoteSession Request(Guid id, long ticketId, Guid consultant, byte[] channelHash, DateTime now)
    {
        if (channelHash.Length != 32) throw new ArgumentException("An HMAC-SHA-256 has 32 bytes.", nameof(channelHash));
        return new RemoteSession
        {
            Id = id,
            TicketId = ticketId,
            ConsultantId = consultant,
            ChannelHash = channelHash,
            ChannelExpiresAt = now + ChannelLife,
            RequestedAt = now,
            LastSeenAt = now,
        };
    }

    /// <summary>True while the customer may still type the channel, into the page or into the agent.</summary>
    public bool ChannelIsOpen(DateTime now) => State < SessionState.AgentJoined && now < ChannelExpiresAt;

    /// <summary>The customer typed the channel into the page. Again is allowed until the agent has joined.</summary>
    /// <exception cref="RuleBrokenException"><c>channel.closed</c>.</exception>
    public void OpenPage(DateTime now)
    {
        ThrowUnlessChannelOpen(now);
        if (State == SessionState.Waiting) State = SessionState.PageOpened;
        PageOpenedAt ??= now;
        Extend(now);
    }

    /// <summary>The customer accepted the texts that were shown. Accepting twice keeps the first record.</summary>
    /// <param name="shown">The documents the page showed, one of each kind.</param>
    /// <param name="current">The documents in force now, in the same language.</param>
    /// <param name="ticked">The kinds whose box was ticked.</param>
    /// <param name="shownAt">When the page was shown, UTC.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBrokenException"><c>channel.closed</c>, <c>policy.unread</c>, <c>policy.unticked</c>, <c>policy.text-changed</c>, <c>policy.damaged</c>.</exception>
    public void Accept(IReadOnlyCollection<PolicyDocument> shown, IReadOnlyCollection<PolicyDocument> current, IReadOnlySet<PolicyKind> ticked, DateTime shownAt, DateTime now)
    {
        ThrowUnlessChannelOpen(now);
        if (State == SessionState.Waiting) throw new RuleBrokenException("policy.unread", "The texts come after the channel.");
        if (!Required.All(ticked.Contains)) throw new RuleBrokenException("policy.unticked", "Each text is accepted on its own.");
        if (!SameVersions(shown, current)) throw new RuleBrokenException("policy.text-changed", "A text was updated since it was shown.");
        if (shown.Any(document => !document.IsIntact)) throw new RuleBrokenException("policy.damaged", "A stored text is not the one that was published.");
        if (State == SessionState.Accepted && Covers(shown)) return;
        _acceptances.AddRange(shown.OrderBy(document => document.Kind).Select(document => Acceptance.Of(document, Id, shownAt, now)));
        State = SessionState.Accepted;
        AcceptedAt = now;
        Extend(now);
    }

    /// <summary>The agent joined on the channel, which is used up by this.</summary>
    /// <param name="current">The documents in force now, in the language that was accepted.</param>
    /// <param name="agentVersion">The agent's own version, such as 0.1.0.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBrokenException"><c>channel.closed</c>, <c>policy.unread</c>, <c>policy.text-changed</c>.</exception>
    public void Join(IReadOnlyCollection<PolicyDocument> current, string agentVersion, DateTime now)
    {
        ThrowUnlessChannelOpen(now);
        if (State != SessionState.Accepted) throw new RuleBrokenException("policy.unread", "The agent may join only after the texts are accepted.");
        if (!Covers(current)) throw new RuleBrokenException("policy.text-changed", "A text was updated since it was accepted.");
        AgentVersion = new string([.. agentVersion.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+').Take(40)]);
        State = SessionState.AgentJoined;
        JoinedAt = now;
        LastSeenAt = now;
    }

    /// <summary>The customer decided in the agent. The agent enforces it; here it is only written down.</summary>
    /// <param name="granted">Everything that is allowed from now on.</param>
    /// <param name="declined">What was asked for and refused, or not answered.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c> before the agent joined or after the end; <c>session.grant-unknown</c>; <c>session.grants-full</c>.</exception>
    public void RecordGrants(Grant granted, Grant declined, DateTime now)
    {
        ThrowUnlessJoined();
        if (((granted | declined) & ~All) != Grant.None) throw new RuleBrokenException("session.grant-unknown", "There is no such grant.");
        List<GrantChange> changes = [];
        foreach (Grant grant in Grants)
        {
            if (declined.HasFlag(grant)) changes.Add(GrantChange.Of(grant, GrantDecision.Declined, now));
            if (granted.HasFlag(grant) == Granted.HasFlag(grant)) continue;
            changes.Add(GrantChange.Of(grant, granted.HasFlag(grant) ? GrantDecision.Given : GrantDecision.Withdrawn, now));
        }

        if (_grantChanges.Count + changes.Count > MostGrantChanges) throw new RuleBrokenException("session.grants-full", $"Nobody decides more than {MostGrantChanges} times.");
        _grantChanges.AddRange(changes);
        Granted = granted;
        LastSeenAt = now;
        if (!granted.HasFlag(Grant.View)) return;
        StartedAt ??= now;
        State = SessionState.Active;
    }

    /// <summary>Notes that the session still runs and how much the relay has carried.</summary>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c> before the agent joined.</exception>
    public void StillRuns(long bytesCarried, DateTime now)
    {
        if (!IsOpen) return; // a late heartbeat of a session that has just ended changes nothing
        ThrowUnlessJoined();
        LastSeenAt = now > LastSeenAt ? now : LastSeenAt; // one that was overtaken by the next takes nothing back
        BytesCarried = Math.Max(BytesCarried, bytesCarried);
    }

    /// <summary>The relay's final count. It comes after the end where the desk cut the line itself.</summary>
    public void RecordCarried(long bytes) => BytesCarried = Math.Max(BytesCarried, bytes);

    /// <summary>Ends it. Both ends may hang up at once, so a second end is no error: the first reason stands.</summary>
    /// <returns>True when this call ended it.</returns>
    /// <exception cref="InvalidOperationException"><see cref="SessionEnd.Expired"/>, but the channel was used or is still open.</exception>
    public bool Finish(SessionEnd end, DateTime now)
    {
        if (!Enum.IsDefined(end)) throw new ArgumentOutOfRangeException(nameof(end), end, "There is no such end.");
        if (!IsOpen) return false;
        if (end == SessionEnd.Expired && (State >= SessionState.AgentJoined || ChannelIsOpen(now)))
            throw new InvalidOperationException($"The channel has not expired in state {State}.");
        State = SessionState.Ended;
        End = end;
        EndedAt = end == SessionEnd.Aborted ? LastSeenAt : now;
        LineLostAt = null;
        TakeBack(Granted, EndedAt.Value);
        return true;
    }

    /// <summary>Forgets the channel, a day after the end: from then on nobody can ask whether it was once in use.</summary>
    public void ForgetChannel()
    {
        if (IsOpen) throw new InvalidOperationException("The channel of an open session is still needed.");
        ChannelHash = null;
    }

    /// <summary>For how long a grant was held, up to the end or to <paramref name="now"/>.</summary>
    public TimeSpan HeldFor(Grant grant, DateTime now)
    {
        TimeSpan held = TimeSpan.Zero;
        DateTime? since = null;
        foreach (GrantChange change in _grantChanges.Where(change => change.Grant == grant).OrderBy(change => change.At).ThenBy(change => change.Order))
        {
            if (change.Decision == GrantDecision.Given) since ??= change.At;
            if (change.Decision != GrantDecision.Withdrawn || since is null) continue;
            held += change.At - since.Value;
            since = null;
        }

        return since is null ? held : held + ((EndedAt ?? now) - since.Value);
    }

    private void TakeBack(Grant taken, DateTime now)
    {
        foreach (Grant grant in Grants.Where(grant => Granted.HasFlag(grant) && taken.HasFlag(grant)))
            _grantChanges.Add(GrantChange.Of(grant, GrantDecision.Withdrawn, now));
        Granted &= ~taken;
    }

    private void Extend(DateTime now)
    {
        ChannelExpiresAt = now + ChannelLife;
        LastSeenAt = now;
    }

    private void ThrowUnlessChannelOpen(DateTime now)
    {
        if (!ChannelIsOpen(now)) throw new RuleBrokenException("channel.closed", "The channel is unknown, used or out of time.");
    }

    private void ThrowUnlessJoined()
    {
        if (State is not (SessionState.AgentJoined or SessionState.Active))
            throw new RuleBrokenException("session.not-joined", $"No agent is there in state {State}.");
    }

    private bool Covers(IReadOnlyCollection<PolicyDocument> documents) =>
        Required.All(kind => documents.Any(document => document.Kind == kind && _acceptances.Any(acceptance => acceptance.Kind == kind && acceptance.Sha256 == document.Sha256)));

    private static bool SameVersions(IReadOnlyCollection<PolicyDocument> shown, IReadOnlyCollection<PolicyDocument> current) =>
        shown.Count == Required.Length && Required.All(kind =>
            shown.FirstOrDefault(document => document.Kind == kind)?.Sha256 is { } sha && current.Any(document => document.Kind == kind && document.Sha256 == sha));
}
