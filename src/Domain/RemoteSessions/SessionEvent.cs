namespace ServiceDesk.Domain.RemoteSessions;

/// <summary>What can happen in a session besides grants and its end. The values are stored: never renumber.</summary>
public enum SessionEventKind
{
    /// <summary>The customer typed a number that was not the one read out.</summary>
    NumberWrong = 1,

    /// <summary>The customer typed the number that was read out.</summary>
    Verified = 2,

    /// <summary>The consultant found a problem; the customer was asked whether to go on.</summary>
    ProblemFound = 3,

    /// <summary>The customer wanted to go on in spite of the problem.</summary>
    WentOn = 4,

    /// <summary>The customer confirmed control before its time ran out.</summary>
    ControlConfirmed = 5,

    /// <summary>Control was taken back because its time had run out.</summary>
    ControlExpired = 6,

    /// <summary>The customer shows a part of the desktop only.</summary>
    ViewNarrowed = 7,

    /// <summary>The customer shows the whole desktop.</summary>
    ViewWidened = 8,

    LineLost = 9,
    LineResumed = 10,

    /// <summary>The customer let a text of the consultant's be put on the clipboard.</summary>
    TextTaken = 11,

    /// <summary>The customer sent the consultant the clipboard's text.</summary>
    TextGiven = 12,
}

/// <summary>One thing that happened in a session: that it did and when, never what was on the screen.</summary>
public sealed class SessionEvent
{
    private SessionEvent()
    {
    }

    public long Id { get; private set; }
    public SessionEventKind Kind { get; private set; }
    public DateTime At { get; private set; }

    internal static SessionEvent Of(SessionEventKind kind, DateTime at) => new() { Kind = kind, At = at };
}
