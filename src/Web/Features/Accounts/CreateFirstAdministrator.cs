using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

public sealed class CreateFirstAdministrator(UserManager<DeskUser> users, FirstAdministratorLink link)
{
    /// <summary>Null when the link is not open (any more); else whether the name and password were acceptable, with the reasons if not.</summary>
    public async Task<IdentityResult?> ExecuteAsync(string token, string displayName, string name, string password)
    {
        if (!link.IsOpen(token))
            return null;
        DeskUser user = NewDeskUser.Named(displayName, name);
        if (await Acceptable.CheckAsync(users, user, password) is { Succeeded: false } refused)
            return refused;
        if (!link.TryUse(token))
            return null;
        IdentityResult created = await users.CreateAsync(user, password);
        return created.Succeeded ? await users.AddToRoleAsync(user, DeskRoles.Administrator) : created;
    }
}
