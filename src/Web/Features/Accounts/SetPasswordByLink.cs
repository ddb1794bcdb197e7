using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>A person sets a password by a one-time link. Opens a locked account and ends every older sign-in.</summary>
public sealed class SetPasswordByLink(UserManager<DeskUser> users, OneTimeLinks links, CurrentStamps stamps)
{
    /// <summary>Null when the link is not open (any more); else whether the password was acceptable.</summary>
    public async Task<IdentityResult?> ExecuteAsync(string token, string password)
    {
        if (await links.FindAsync(token) is not { } id || await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (await Acceptable.CheckPasswordAsync(users, user, password) is { Succeeded: false } refused)
            return refused;
        if (!await links.TryUseAsync(token))
            return null;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        IdentityResult changed = await users.UpdateSecurityStampAsync(user);
        stamps.Forget(id);
        return changed;
    }
}
