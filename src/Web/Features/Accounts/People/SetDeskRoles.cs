using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>Gives a person exactly these roles and ends the person's sign-ins, which still carry the old ones.</summary>
public sealed class SetDeskRoles(UserManager<DeskUser> users, CurrentStamps stamps, LastAdministrator last)
{
    public async Task ExecuteAsync(Guid person, IReadOnlyCollection<string> roles)
    {
        if (roles.Count == 0)
            throw new RuleBrokenException("accounts.no-role", "A desk person needs a role.");
        if (!roles.Contains(DeskRoles.Administrator))
            await last.MustNotBeAsync(person);
        DeskUser user = await users.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("No such person.");
        IList<string> held = await users.GetRolesAsync(user);
        await users.RemoveFromRolesAsync(user, held.Except(roles));
        await users.AddToRolesAsync(user, roles.Except(held));
        await users.UpdateSecurityStampAsync(user);
        stamps.Forget(person);
    }
}
