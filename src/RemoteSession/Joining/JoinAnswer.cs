namespace ServiceDesk.Remote.Joining;

/// <summary>The desk's answer to a <see cref="JoinOffer"/>: exactly one of the two is there.</summary>
public sealed record JoinAnswer(JoinRefusal? Refusal, JoinedSession? Session)
{
    /// <summary>The agent may not join.</summary>
    public static JoinAnswer Refused(JoinRefusal refusal) => new(refusal, null);

    /// <summary>The agent has joined.</summary>
    public static JoinAnswer Joined(JoinedSession session) => new(null, session);
}
