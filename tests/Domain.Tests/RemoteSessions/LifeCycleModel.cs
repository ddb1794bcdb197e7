using ServiceDesk.Domain.RemoteSessions;

namespace ServiceDesk.Domain.Tests.RemoteSessions;

/// <summary>What can happen to a session, in any order.</summary>
internal enum Happening
{
    OpenPage,
    Accept,
    AcceptUnticked,
    AcceptOutdated,
    PublishNewTexts,
    Join,
    Verify,
    Grants,
    LoseLine,
    Resume,
    StillRuns,
    Finish,
    ForgetChannel,
}

/// <param name="What">What happens.</param>
/// <param name="Seconds">How long after the one before.</param>
/// <param name="Number">A number that the happening reads as grants, bytes or a reason.</param>
internal readonly record struct Event(Happening What, int Seconds, int Number);

/// <summary>The life of a session told once more, as plainly as possible: what the aggregate must agree with after each event.</summary>
internal sealed class LifeCycleModel
{
    private readonly List<(Grant Grant, DateTime From, DateTime To)> _held = [];
    private readonly Dictionary<Grant, DateTime> _since = [];
    private DateTime _expires = Times.Start + RemoteSession.ChannelLife;
    private int _acceptedTexts;
    private int _lost;

    public int Texts { get; private set; } = 1;
    public SessionState State { get; private set; }
    public SessionEnd? End { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public DateTime LastSeen { get; private set; } = Times.Start;
    public long Bytes { get; private set; }
    public bool IsVerified { get; private set; }
    public DateTime? LostAt { get; private set; }
    public bool HasChannel { get; private set; } = true;
    public Grant Granted => _since.Keys.Aggregate(Grant.None, (all, grant) => all | grant);

    private bool AgentIsThere => State is SessionState.AgentJoined or SessionState.Active;

    public bool ChannelIsOpen(DateTime now) => State < SessionState.AgentJoined && now < _expires;

    public TimeSpan Held(Grant grant, DateTime now) =>
        _held.Where(span => span.Grant == grant).Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From))
        + (_since.TryGetValue(grant, out DateTime since) ? now - since : TimeSpan.Zero);

    /// <summary>What must come of it: null when it succeeds, the rule that forbids it, or "throws".</summary>
    public string? Expect(Event e, DateTime now) => e.What switch
    {
        Happening.PublishNewTexts => null,
        Happening.ForgetChannel => State == SessionState.Ended ? null : "throws",
        Happening.Finish => State != SessionState.Ended && (SessionEnd)e.Number == SessionEnd.Expired && (AgentIsThere || ChannelIsOpen(now)) ? "throws" : null,
        Happening.StillRuns => AgentIsThere || State == SessionState.Ended ? null : "session.not-joined",
        Happening.Grants or Happening.Verify => AgentIsThere ? null : "session.not-joined",
        Happening.LoseLine or Happening.Resume when !AgentIsThere => "session.not-joined",
        Happening.LoseLine or Happening.Resume when !IsVerified => "session.not-verified",
        Happening.LoseLine => LostAt is null && _lost == 10 ? "session.lines-full" : null,
        Happening.Resume => null,
        _ when !ChannelIsOpen(now) => "channel.closed",
        Happening.OpenPage => null,
        Happening.Join => State != SessionState.Accepted ? "policy.unread" : _acceptedTexts != Texts ? "policy.text-changed" : null,
        _ when State == SessionState.Waiting => "policy.unread",
        Happening.AcceptUnticked => "policy.unticked",
        Happening.AcceptOutdated => "policy.text-changed",
        _ => null,
    };

    /// <summary>Takes an event that was expected to succeed.</summary>
    public void Apply(Event e, DateTime now)
    {
        switch (e.What)
        {
            case Happening.PublishNewTexts:
                Texts++;
                break;
            case Happening.OpenPage:
                if (State == SessionState.Waiting) State = SessionState.PageOpened;
                Extend(now);
                break;
            case Happening.Accept when State != SessionState.Accepted || _acceptedTexts != Texts:
                (State, _acceptedTexts) = (SessionState.Accepted, Texts);
                Extend(now);
                break;
            case Happening.Join:
                (State, LastSeen) = (SessionState.AgentJoined, now);
                break;
            case Happening.Grants:
                Hold((Grant)e.Number, now);
                LastSeen = now;
                if (((Grant)e.Number).HasFlag(Grant.View)) State = SessionState.Active;
                break;
            case Happening.Verify when !IsVerified:
                (IsVerified, LastSeen) = (true, now);
                break;
            case Happening.LoseLine when LostAt is null:
                (LostAt, _lost) = (now, _lost + 1);
                Hold(Granted & Grant.View, now);
                break;
            case Happening.Resume when LostAt is not null:
                (LostAt, LastSeen) = (null, now);
                break;
            case Happening.StillRuns when State != SessionState.Ended:
                (LastSeen, Bytes) = (now, Math.Max(Bytes, e.Number));
                break;
            case Happening.Finish when State != SessionState.Ended:
                (State, End, LostAt) = (SessionState.Ended, (SessionEnd)e.Number, null);
                EndedAt = End == SessionEnd.Aborted ? LastSeen : now;
                Hold(Grant.None, EndedAt.Value);
                break;
            case Happening.ForgetChannel:
                HasChannel = false;
                break;
        }
    }

    private void Extend(DateTime now) => (_expires, LastSeen) = (now + RemoteSession.ChannelLife, now);

    private void Hold(Grant granted, DateTime now)
    {
        foreach (Grant grant in Enum.GetValues<Grant>().Where(grant => grant != Grant.None))
        {
            if (granted.HasFlag(grant)) _since.TryAdd(grant, now);
            else if (_since.Remove(grant, out DateTime since)) _held.Add((grant, since, now));
        }
    }
}
