namespace ServiceDesk.Data.Privacy;

/// <summary>Why something is stored.</summary>
public enum DataPurpose
{
    /// <summary>Ties records together and says nothing by itself.</summary>
    Reference,

    /// <summary>Who called, and how to reach that person again.</summary>
    Contact,

    /// <summary>What was asked for, and what was done about it.</summary>
    Request,

    /// <summary>Who at the desk did it or has to do it.</summary>
    Responsibility,

    /// <summary>That a remote session took place: when, how long, who ended it.</summary>
    SessionRecord,

    /// <summary>Lets the right customer in while a session waits.</summary>
    Admission,

    /// <summary>Proof of what the customer accepted and allowed.</summary>
    Consent,

    /// <summary>Lets the people of the desk, and nobody else, sign in.</summary>
    SignIn,

    /// <summary>The desk's own settings and texts; about nobody.</summary>
    Settings,
}

/// <summary>How long something is stored.</summary>
public enum DataLife
{
    /// <summary>As long as the desk keeps the ticket; for a caller, the last one. No job ends it in this version.</summary>
    WithTicket,

    /// <summary>As long as the ticket it was asked for from.</summary>
    WithSession,

    /// <summary>Until 24 hours after the session ended.</summary>
    DayAfterSession,

    /// <summary>As long as the person works at the desk; the name stays readable in the history.</summary>
    WithAccount,

    /// <summary>Until the desk changes it. Published texts stay for good.</summary>
    WithDesk,
}

/// <summary>One column of the database, why it is there and for how long.</summary>
public sealed record StoredColumn(string Table, string Column, DataPurpose Purpose, DataLife Life);
