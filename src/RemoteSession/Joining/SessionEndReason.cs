using System.Text.Json.Serialization;

namespace ServiceDesk.Remote.Joining;

/// <summary>Why a session ended. One byte on the wire, a name in JSON.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionEndReason>))]
public enum SessionEndReason : byte
{
    /// <summary>Not ended.</summary>
    None = 0,

    /// <summary>The customer ended it.</summary>
    CustomerEnded = 1,

    /// <summary>The consultant ended it.</summary>
    ConsultantEnded = 2,

    /// <summary>The customer never let the consultant see the screen.</summary>
    CustomerDeclined = 3,

    /// <summary>A line was lost.</summary>
    LineLost = 4,

    /// <summary>It had lasted as long as a session may.</summary>
    TimeLimit = 5,

    /// <summary>The desk ended it: ticket page, server stop.</summary>
    ServerEnded = 6,

    /// <summary>One end sent what the other cannot accept.</summary>
    ProtocolError = 7,

    /// <summary>Three numbers that were not the one read out.</summary>
    NumberWrong = 8,

    /// <summary>A commitment, a confirmation or a record was not what an honest line carries.</summary>
    SecurityFailed = 9,

    /// <summary>The answer to the first question, the handshake, or the typing of the number took too long.</summary>
    TimedOut = 10,

    /// <summary>The two ends do not agree on session, texts, desk or person.</summary>
    TextChanged = 11,
}
