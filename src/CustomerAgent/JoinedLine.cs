using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>A session that was joined, and the agent's place at its relay.</summary>
/// <param name="Channel">What the customer typed.</param>
/// <param name="Relay">Nothing was sent on it yet.</param>
internal sealed record JoinedLine(JoinedSession Session, Channel Channel, RelaySocket Relay);
