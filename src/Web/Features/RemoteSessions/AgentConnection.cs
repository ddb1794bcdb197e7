namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>An agent's connection to the hub.</summary>
/// <param name="Id">As the hub names it.</param>
/// <param name="Abort">Drops it.</param>
public sealed record AgentConnection(string Id, Action Abort);
