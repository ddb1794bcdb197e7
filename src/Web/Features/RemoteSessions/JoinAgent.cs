using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.Acceptances;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Lets an agent in on a channel whose texts are accepted, and uses the channel up.</summary>
public sealed class JoinAgent(FindByChannel find, ChangeSession change, SessionTicket ticket, TimeProvider time)
{
    /// <summary>Never throws for what an agent may send. <see cref="JoinRefusal.UnknownChannel"/> stands for unknown, expired, used and not accepted alike.</summary>
    public async Task<JoinResult> ExecuteAsync(JoinOffer offer, CancellationToken cancellation = default)
    {
        if (!AgentDownloads.IsAccepted(offer.AgentVersion)) return JoinResult.Refused(JoinRefusal.OutdatedAgent);
        if (!Channel.TryParse(offer.Channel, out Channel channel)) return JoinResult.Refused(JoinRefusal.UnknownChannel);
        if (await find.ExecuteAsync(channel, cancellation) is not { } id) return JoinResult.Refused(JoinRefusal.UnknownChannel);
        return await change.ExecuteAsync(id, (session, db) => JoinAsync(session, db, offer.AgentVersion), cancellation)
            ?? JoinResult.Refused(JoinRefusal.UnknownChannel);
    }

    private async Task<JoinResult> JoinAsync(RemoteSession session, ServiceDeskDb db, string agentVersion)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (session.State is SessionState.AgentJoined or SessionState.Active) return Burn(session, now);
        string locale = session.Acceptances.MaxBy(acceptance => acceptance.Id)?.Locale ?? "en";
        IReadOnlyList<PolicyDocument> current = await PolicyQueries.CurrentAsync(db, locale, CancellationToken.None);
        if (current.Any(document => !document.IsIntact)) return JoinResult.Refused(JoinRefusal.Unavailable);
        try
        {
            session.Join(current, agentVersion, now);
        }
        catch (RuleBrokenException broken)
        {
            return JoinResult.Refused(broken.Rule == "policy.text-changed" ? JoinRefusal.TextChanged : JoinRefusal.UnknownChannel);
        }

        return new JoinResult(JoinAnswer.Joined(await ticket.IssueAsync(session, db, current)), session.ConsultantId, null);
    }

    /// <summary>Two agents on one channel: nobody can tell which is the caller's, so neither goes on and the desk draws a new channel.</summary>
    private static JoinResult Burn(RemoteSession session, DateTime now)
    {
        session.Finish(SessionEnd.ProtocolError, now);
        return JoinResult.Refused(JoinRefusal.UnknownChannel) with { Burned = session.Id };
    }
}

/// <summary>What the hub does next.</summary>
/// <param name="Answer">For the agent.</param>
/// <param name="Consultant">Whose session it joined.</param>
/// <param name="Burned">A session that had to be cut because of this attempt.</param>
public sealed record JoinResult(JoinAnswer Answer, Guid? Consultant, Guid? Burned)
{
    internal static JoinResult Refused(JoinRefusal refusal) => new(JoinAnswer.Refused(refusal), null, null);
}
