using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>Adds a person without a password; the link that is returned sets it.</summary>
public sealed class AddDeskPerson(UserManager<DeskUser> users, OneTimeLinks links)
{
    /// <returns>The token of the one-time link.</returns>
    /// <exception cref="RuleBrokenException">No role, no name, or the sign-in name is taken or has other characters.</exception>
    public async Task<string> ExecuteAsync(string displayName, string name, IReadOnlyCollection<string> roles)
    {
        if (roles.Count == 0)
            throw new RuleBrokenException("accounts.no-role", "A desk person needs a role.");
        if (string.IsNullOrWhiteSpace(displayName))
            throw new RuleBrokenException("accounts.no-name", "A desk person needs a name.");
        DeskUser user = NewDeskUser.Named(displayName, name);
        IdentityResult created = await users.CreateAsync(user);
        if (!created.Succeeded)
            throw new RuleBrokenException("accounts.name", string.Join(" ", created.Errors.Select(error => error.Description)));
        (await users.AddToRolesAsync(user, roles)).OrThrow();
        return await links.IssueAsync(user.Id);
    }
}
