namespace ServiceDesk.Remote.Relay;

/// <summary>Which end of a session. One byte in the join message.</summary>
public enum RelaySide : byte
{
    /// <summary>The customer's program.</summary>
    Agent = 1,

    /// <summary>The consultant's page.</summary>
    Viewer = 2,
}
