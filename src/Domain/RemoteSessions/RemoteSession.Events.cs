namespace ServiceDesk.Domain.RemoteSessions;

/// <summary>What happens between the agent's joining and the end, besides grants: the number, the problem, the line.</summary>
public sealed partial class RemoteSession
{
    /// <summary>The agent ends the session at the third.</summary>
    public const int MostWrongNumbers = 3;

    /// <summary>How often rs1 takes one session's line up again.</summary>
    public const int MostLostLines = 10;

    /// <summary>More news than an agent can have in two hours. Lost lines have their own bound.</summary>
    public const int MostEvents = 400;

    /// <summary>How long a lost line may stay away: the minute that rs1 gives, and what a way to the desk takes.</summary>
    public static readonly TimeSpan LineMayBeAway = TimeSpan.FromSeconds(65);

    public bool IsVerified => VerifiedAt is not null;

    public int WrongNumbers => Count(SessionEventKind.NumberWrong);

    /// <summary>The customer typed a number that was not the one read out.</summary>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c>; <c>session.verified</c>; <c>session.numbers-full</c>.</exception>
    public void NoteWrongNumber(DateTime now)
    {
        ThrowUnlessJoined();
        if (IsVerified) throw new RuleBrokenException("session.verified", "The number was typed before.");
        ThrowIfNumbersFull();
        Add(SessionEventKind.NumberWrong, now);
    }

    /// <summary>The customer typed the number that was read out. Told twice, the first time stands.</summary>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c>; <c>session.numbers-full</c>.</exception>
    public void Verify(DateTime now)
    {
        ThrowUnlessJoined();
        if (IsVerified) return;
        ThrowIfNumbersFull();
        Add(SessionEventKind.Verified, now);
        VerifiedAt = now;
    }

    /// <summary>The consultant found a problem; the customer is asked whether to go on.</summary>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c>; <c>session.not-verified</c>; <c>session.events-full</c>.</exception>
    public void FindProblem(DateTime now) => AddVerified(SessionEventKind.ProblemFound, now);

    /// <summary>The customer wants to go on in spite of the problem.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="FindProblem"/>.</exception>
    public void GoOn(DateTime now) => AddVerified(SessionEventKind.WentOn, now);

    /// <summary>The customer confirmed control before its time ran out.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="FindProblem"/>.</exception>
    public void ConfirmControl(DateTime now) => AddVerified(SessionEventKind.ControlConfirmed, now);

    /// <summary>Control ran out of time. That it is taken back comes with the grants.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="FindProblem"/>.</exception>
    public void ExpireControl(DateTime now) => AddVerified(SessionEventKind.ControlExpired, now);

    /// <summary>The customer shows a part of the desktop only; that can be chosen before anything is seen.</summary>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c>; <c>session.events-full</c>.</exception>
    public void NarrowView(DateTime now)
    {
        ThrowUnlessJoined();
        Add(SessionEventKind.ViewNarrowed, now);
    }

    /// <summary>The customer shows the whole desktop.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="NarrowView"/>.</exception>
    public void WidenView(DateTime now)
    {
        ThrowUnlessJoined();
        Add(SessionEventKind.ViewWidened, now);
    }

    /// <summary>A text of the consultant's was put on the customer's clipboard.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="FindProblem"/>.</exception>
    public void TakeText(DateTime now) => AddVerified(SessionEventKind.TextTaken, now);

    /// <summary>The customer sent the clipboard's text to the consultant.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="FindProblem"/>.</exception>
    public void GiveText(DateTime now) => AddVerified(SessionEventKind.TextGiven, now);

    /// <summary>The line broke. Whatever was granted but viewing is void: on the next line it has to be asked for anew.</summary>
    /// <returns>False when it was lost already: two ends tell of one line.</returns>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c>; <c>session.not-verified</c>; <c>session.lines-full</c>: this was one too many.</exception>
    public bool LoseLine(DateTime now)
    {
        ThrowUnlessVerified();
        if (LineLostAt is not null) return false;
        if (Count(SessionEventKind.LineLost) >= MostLostLines) throw new RuleBrokenException("session.lines-full", $"No line is taken up more than {MostLostLines} times.");
        _events.Add(SessionEvent.Of(SessionEventKind.LineLost, now));
        TakeBack(Granted & ~Grant.View, now);
        LineLostAt = now;
        return true;
    }

    /// <summary>Both ends are back on a new line.</summary>
    /// <returns>False when no line was lost.</returns>
    /// <exception cref="RuleBrokenException"><c>session.not-joined</c>; <c>session.not-verified</c>.</exception>
    public bool Resume(DateTime now)
    {
        ThrowUnlessVerified();
        if (LineLostAt is null) return false;
        _events.Add(SessionEvent.Of(SessionEventKind.LineResumed, now));
        LineLostAt = null;
        LastSeenAt = now;
        return true;
    }

    /// <summary>Whether a lost line has been away for too long.</summary>
    public bool LineIsGone(DateTime now) => LineLostAt is { } since && now - since >= LineMayBeAway;

    private int Count(SessionEventKind kind) => _events.Count(e => e.Kind == kind);

    private void AddVerified(SessionEventKind kind, DateTime now)
    {
        ThrowUnlessVerified();
        Add(kind, now);
    }

    private void Add(SessionEventKind kind, DateTime now)
    {
        if (_events.Count >= MostEvents) throw new RuleBrokenException("session.events-full", $"Nothing happens more than {MostEvents} times.");
        _events.Add(SessionEvent.Of(kind, now));
        LastSeenAt = now;
    }

    private void ThrowUnlessVerified()
    {
        ThrowUnlessJoined();
        if (!IsVerified) throw new RuleBrokenException("session.not-verified", "The number that was read out has not been typed.");
    }

    private void ThrowIfNumbersFull()
    {
        if (WrongNumbers >= MostWrongNumbers) throw new RuleBrokenException("session.numbers-full", $"After {MostWrongNumbers} wrong numbers there is no other.");
    }
}
