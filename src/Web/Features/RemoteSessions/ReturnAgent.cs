using System.Net;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Acceptances;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// Lets the agent of a verified session come back whose line, or hub connection, was lost. The connection that comes last stands for the
/// session; the one before is dropped.
/// </summary>
public sealed class ReturnAgent(ChangeSession change, SessionLines lines, ReturnTokens returns, RelayTokens tokens, FailedTries tries)
{
    /// <param name="offer">As it came.</param>
    /// <param name="address">For counting failures, in memory only. They hold off guessing of channels, never a right token.</param>
    /// <param name="connection">Where the agent is told of an end from now on.</param>
    /// <param name="cancellation">The agent has gone.</param>
    /// <returns>Null, alike, for a session that is unknown, over or not verified, and for a token that is wrong or whose successor was used.</returns>
    public async Task<ReturnedLine?> ExecuteAsync(ReturnOffer offer, IPAddress? address, AgentConnection connection, CancellationToken cancellation = default)
    {
        Guid session = offer.SessionId;
        if (!lines.IsVerified(session) || returns.Redeem(session, offer.ReturnToken) is not { } next || !lines.Return(session, connection))
        {
            tries.Failed(address);
            return null;
        }

        var line = new ReturnedLine($"/relay/{session}", tokens.Issue(session, RelaySide.Agent, RelayTokens.DefaultLife), next);
        if (await IsOverAsync(session, cancellation)) return null;
        if (lines.BothAreOnRelay(session)) await lines.SayViewerIsReadyAsync(session); // this connection has not heard it
        return line;
    }

    /// <summary>An end that was saved meanwhile may have cut the line before this one stood for it.</summary>
    private async Task<bool> IsOverAsync(Guid session, CancellationToken cancellation)
    {
        if (await change.ExecuteAsync(session, s => s.End, cancellation) is not { } end) return false;
        await lines.CutAsync(session, end);
        return true;
    }
}
