using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Lets an agent in on a channel whose texts are accepted, and uses the channel up.</summary>
public sealed class JoinAgent(FindByChannel find, ChangeSession change, RelayTokens tokens, DeskAddress address, IOptions<DeskOptions> desk, TimeProvider time)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(120);

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
        string locale = session.Acceptances.LastOrDefault()?.Locale ?? "en";
        IReadOnlyList<PolicyDocument> current = await PolicyQueries.CurrentAsync(db, locale, CancellationToken.None);
        try
        {
            session.Join(current, agentVersion, now);
        }
        catch (RuleBrokenException broken)
        {
            return JoinResult.Refused(broken.Rule == "policy.text-changed" ? JoinRefusal.TextChanged : JoinRefusal.UnknownChannel);
        }

        return new JoinResult(JoinAnswer.Joined(await DescribeAsync(session, db, current)), session.ConsultantId, null);
    }

    /// <summary>Two agents on one channel: nobody can tell which is the caller's, so neither goes on and the desk draws a new channel.</summary>
    private static JoinResult Burn(RemoteSession session, DateTime now)
    {
        session.Finish(SessionEnd.ProtocolError, now);
        return JoinResult.Refused(JoinRefusal.UnknownChannel) with { Burned = session.Id };
    }

    private async Task<JoinedSession> DescribeAsync(RemoteSession session, ServiceDeskDb db, IReadOnlyList<PolicyDocument> current)
    {
        string consultant = await db.Users.Where(user => user.Id == session.ConsultantId).Select(user => user.DisplayName).SingleAsync();
        return new JoinedSession(
            session.Id, consultant, new TicketNumber(session.TicketId).ToString(), desk.Value.Institution, address.Origin,
            [.. current.Select(AcceptedDocumentOf)], session.AcceptedAt!.Value, $"/relay/{session.Id}",
            tokens.Issue(session.Id, RelaySide.Agent, TokenLife));
    }

    private static AcceptedDocument AcceptedDocumentOf(PolicyDocument document) =>
        new(document.Kind.ToString().ToLowerInvariant(), $"{document.Version}", document.Locale, document.Title, document.Sha256);
}

/// <summary>What the hub does next.</summary>
/// <param name="Answer">For the agent.</param>
/// <param name="Consultant">Whose session it joined.</param>
/// <param name="Burned">A session that had to be cut because of this attempt.</param>
public sealed record JoinResult(JoinAnswer Answer, Guid? Consultant, Guid? Burned)
{
    internal static JoinResult Refused(JoinRefusal refusal) => new(JoinAnswer.Refused(refusal), null, null);
}
