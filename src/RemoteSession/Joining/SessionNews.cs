using System.Text.Json.Serialization;

namespace ServiceDesk.Remote.Joining;

/// <summary>What the agent tells the desk for the record, besides grants and the end: that it happened, never what was on the screen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionNews>))]
public enum SessionNews
{
    /// <summary>The customer typed a number that was not the one read out.</summary>
    NumberWrong,

    /// <summary>The customer typed the number that was read out.</summary>
    Verified,

    /// <summary>The consultant found a problem; the customer is asked whether to go on.</summary>
    ProblemFound,

    /// <summary>The customer wants to go on in spite of the problem.</summary>
    WentOn,

    /// <summary>The customer confirmed control before its time ran out.</summary>
    ControlConfirmed,

    /// <summary>Control was taken back because its time had run out.</summary>
    ControlExpired,

    /// <summary>The customer shows a part of the desktop only.</summary>
    ViewNarrowed,

    /// <summary>The customer shows the whole desktop.</summary>
    ViewWidened,

    /// <summary>The customer let a text of the consultant's be put on the clipboard.</summary>
    TextTaken,

    /// <summary>The customer sent the consultant the clipboard's text.</summary>
    TextGiven,
}
