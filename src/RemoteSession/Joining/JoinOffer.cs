namespace ServiceDesk.Remote.Joining;

/// <summary>What the agent says when it asks to join.</summary>
/// <param name="Channel">What the customer typed; the desk parses it.</param>
/// <param name="AgentVersion">Version of the program, for example <c>0.2.0</c>.</param>
public sealed record JoinOffer(string Channel, string AgentVersion);
