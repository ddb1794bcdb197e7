using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>What an agent gets that has joined: what it shows the customer, and its way into the relay, the first time and after a lost line.</summary>
public sealed class SessionTicket(RelayTokens tokens, ReturnTokens returns, DeskAddress address, IOptions<DeskOptions> desk)
{
    /// <param name="session">Joined.</param>
    /// <param name="db">For the consultant's name.</param>
    /// <param name="current">The texts that were accepted, which are those in force.</param>
    public async Task<JoinedSession> IssueAsync(RemoteSession session, ServiceDeskDb db, IReadOnlyList<PolicyDocument> current)
    {
        string consultant = await db.Users.Where(user => user.Id == session.ConsultantId).Select(user => user.DisplayName).SingleAsync();
        return new JoinedSession(
            session.Id, consultant, new TicketNumber(session.TicketId).ToString(), desk.Value.Institution, address.Origin,
            [.. current.Select(AcceptedDocumentOf)], session.AcceptedAt!.Value, $"/relay/{session.Id}",
            tokens.Issue(session.Id, RelaySide.Agent, RelayTokens.DefaultLife), returns.Issue(session.Id));
    }

    private static AcceptedDocument AcceptedDocumentOf(PolicyDocument document) =>
        new(document.Kind.ToString().ToLowerInvariant(), $"{document.Version}", document.Locale, document.Title, document.Sha256, document.Body);
}
