namespace ServiceDesk.Remote.Rs1;

/// <summary>Why a line is closed: the WebSocket close codes of both ends. The relay's own are the same numbers.</summary>
public enum CloseCode
{
    /// <summary>Malformed, out of order, or a limit passed.</summary>
    Malformed = 4400,

    /// <summary>Token or channel unknown, expired or used.</summary>
    Token = 4401,

    /// <summary>Wrong role, or not the owner.</summary>
    Role = 4403,

    /// <summary>A step took too long.</summary>
    TimedOut = 4408,

    /// <summary>The ends do not confirm each other: their contexts differ.</summary>
    ContextChanged = 4409,

    /// <summary>Ended on purpose.</summary>
    Ended = 4410,

    /// <summary>A second participant came to the channel.</summary>
    SecondParticipant = 4421,

    /// <summary>The other end speaks another version.</summary>
    Version = 4426,

    /// <summary>Too many tries.</summary>
    Rate = 4429,

    /// <summary>Commitment, key, verification number or record refused. Somebody may stand between the ends.</summary>
    SecurityCheck = 4495,
}
