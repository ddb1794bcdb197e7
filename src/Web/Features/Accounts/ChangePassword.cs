using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>A signed-in person changes the password. Ends all other sign-ins; this one goes on.</summary>
public sealed class ChangePassword(UserManager<DeskUser> users, SignInManager<DeskUser> signIn, CurrentStamps stamps)
{
    public async Task<IdentityResult> ExecuteAsync(Guid person, string current, string wanted)
    {
        DeskUser user = await users.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("A signed-in person is gone.");
        if (await users.IsLockedOutAsync(user))
            return IdentityResult.Failed(users.ErrorDescriber.PasswordMismatch());
        IdentityResult changed = await users.ChangePasswordAsync(user, current, wanted);
        if (changed.Succeeded)
        {
            stamps.Forget(person);
            await signIn.RefreshSignInAsync(user);
        }
        else if (changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            await users.AccessFailedAsync(user);
        return changed;
    }
}
