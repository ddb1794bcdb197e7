using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>Gives a person exactly these roles and ends the person's sign-ins, which still carry the old ones. Who works no tickets any more has no remote sessions either.</summary>
public sealed class SetDeskRoles(UserManager<DeskUser> users, CurrentStamps stamps, LastAdministrator last, EndSessionsOf sessions)
{
    /// <exception cref="RuleBrokenException"><c>accounts.no-role</c>, <c>accounts.last-administrator</c>, <c>accounts.not-saved</c>.</exception>
    public async Task ExecuteAsync(Guid person, IReadOnlyCollection<string> roles)
    {
        if (roles.Count == 0)
            throw new RuleBrokenException("accounts.no-role", "A desk person needs a role.");
        if (!roles.Contains(DeskRoles.Administrator))
            await last.MustNotBeAsync(person);
        DeskUser user = await users.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("No such person.");
        IList<string> held = await users.GetRolesAsync(user);
        (await users.RemoveFromRolesAsync(user, held.Except(roles))).OrThrow();
        (await users.AddToRolesAsync(user, roles.Except(held))).OrThrow();
        (await users.UpdateSecurityStampAsync(user)).OrThrow();
        stamps.Forget(person);
        if (!roles.Contains(DeskRoles.Consultant) && !roles.Contains(DeskRoles.Supervisor))
            await sessions.ExecuteAsync(person, SessionEnd.ConsultantBarred);
    }
}
