namespace ServiceDesk.Domain.RemoteSessions;

/// <summary>How far a remote session has come. The order is the story; the values are stored: never renumber.</summary>
public enum SessionState
{
    /// <summary>The channel is being read out on the phone.</summary>
    Waiting = 0,

    /// <summary>The customer typed the channel into the page.</summary>
    PageOpened = 1,

    /// <summary>The customer accepted the three texts.</summary>
    Accepted = 2,

    /// <summary>The agent runs and has joined on the channel.</summary>
    AgentJoined = 3,

    /// <summary>The customer has allowed at least viewing.</summary>
    Active = 4,

    Ended = 5,
}

/// <summary>Why it ended. The values are stored: never renumber.</summary>
public enum SessionEnd
{
    CustomerEnded = 1,
    ConsultantEnded = 2,
    CustomerDeclined = 3,
    AgentLost = 4,
    ViewerLost = 5,
    TimeLimit = 6,

    /// <summary>The channel was not used in time.</summary>
    Expired = 7,

    /// <summary>The desk was stopped or failed while the session ran.</summary>
    Aborted = 8,

    /// <summary>One end sent something that the protocol does not know.</summary>
    ProtocolError = 9,

    /// <summary>The consultant may no longer work at the desk.</summary>
    ConsultantBarred = 10,

    /// <summary>Three numbers were typed that were not the one read out.</summary>
    NumberWrong = 11,

    /// <summary>What came over the line was not what an honest line carries.</summary>
    SecurityFailed = 12,

    /// <summary>The number was not agreed on or not typed in time.</summary>
    VerificationTimedOut = 13,

    /// <summary>Agent and viewer did not confirm the same session, texts, desk and person to each other.</summary>
    TextChanged = 14,
}

/// <summary>Who ended it.</summary>
public enum SessionParty
{
    Customer,
    Consultant,
    Desk,
}

public static class SessionEnds
{
    /// <summary>Who stands behind a reason.</summary>
    public static SessionParty Party(this SessionEnd end) => end switch
    {
        SessionEnd.CustomerEnded or SessionEnd.CustomerDeclined => SessionParty.Customer,
        SessionEnd.ConsultantEnded => SessionParty.Consultant,
        _ => SessionParty.Desk,
    };
}
