namespace ServiceDesk.Remote.Relay;

/// <summary>WebSocket close codes of the relay. The relay sends nothing else of its own.</summary>
public enum RelayCloseCode
{
    /// <summary>A text message where only binary ones are allowed.</summary>
    NotBinary = 1003,

    /// <summary>A message longer than its direction allows.</summary>
    TooBig = 1009,

    /// <summary>Malformed, or a limit passed that has no code of its own; one end's verdict on the other, too.</summary>
    Malformed = 4400,

    /// <summary>Token unknown, expired or used; the three are not told apart.</summary>
    Token = 4401,

    /// <summary>The token is for the other side or another session.</summary>
    Role = 4403,

    /// <summary>The join message took too long; as an end's verdict: a step between the two.</summary>
    TimedOut = 4408,

    /// <summary>An end's verdict: the two do not agree on session, texts, desk or person.</summary>
    ContextChanged = 4409,

    /// <summary>Ended on purpose by an end, or by the consultant at the desk.</summary>
    Ended = 4410,

    /// <summary>The session has lasted as long as one may.</summary>
    TimeLimit = 4411,

    /// <summary>The desk itself ended it, or its server stops.</summary>
    EndedByDesk = 4412,

    /// <summary>The customer ended it, on the desk's page or with a word of the agent's to the desk.</summary>
    EndedByCustomer = 4413,

    /// <summary>This side of the session is already there.</summary>
    SecondParticipant = 4421,

    /// <summary>An end's verdict: the other speaks another version.</summary>
    Version = 4426,

    /// <summary>Too many messages a second, or too many sessions.</summary>
    Rate = 4429,

    /// <summary>An end's verdict: what came was not what an honest line carries.</summary>
    SecurityCheck = 4495,

    /// <summary>An end's line was lost: it broke, fell silent, or never came.</summary>
    LineLost = 4504,
}
