using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Asks all rules for a name and a password before anything is spent or stored.</summary>
internal static class Acceptable
{
    public static async Task<IdentityResult> CheckAsync(UserManager<DeskUser> users, DeskUser user, string password)
    {
        foreach (IUserValidator<DeskUser> validator in users.UserValidators)
            if (await validator.ValidateAsync(users, user) is { Succeeded: false } refused)
                return refused;
        return await CheckPasswordAsync(users, user, password);
    }

    public static async Task<IdentityResult> CheckPasswordAsync(UserManager<DeskUser> users, DeskUser user, string password)
    {
        foreach (IPasswordValidator<DeskUser> validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused)
                return refused;
        return IdentityResult.Success;
    }
}
