using System.Text.Json.Serialization;

namespace ServiceDesk.Remote.Joining;

/// <summary>Why an agent may not join. A name in JSON, so that an old agent can show one it does not know as "unavailable".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoinRefusal>))]
public enum JoinRefusal
{
    /// <summary>Unknown, expired or used: the three are told apart nowhere outside.</summary>
    UnknownChannel,

    /// <summary>A text was changed after the customer accepted it.</summary>
    TextChanged,

    /// <summary>This agent is older than the desk accepts.</summary>
    OutdatedAgent,

    /// <summary>Too many tries from this address; wait.</summary>
    TooManyTries,

    /// <summary>The desk cannot start sessions now.</summary>
    Unavailable,
}
