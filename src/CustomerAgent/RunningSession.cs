using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>A session that was joined and is served: whose it is, the two ways out, and what ends it.</summary>
/// <param name="Desk">Where it is written down.</param>
/// <param name="Line">Where the viewer is.</param>
internal sealed record RunningSession(JoinedSession Session, Desk Desk, LineToViewer Line, Ending Ending, TimeProvider Time);
