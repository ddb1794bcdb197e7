using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Ends this sign-in and all others of the person, so that a copied cookie is worth nothing afterwards.</summary>
public sealed class SignOutEverywhere(UserManager<DeskUser> users, SignInManager<DeskUser> signIn, CurrentStamps stamps)
{
    public async Task ExecuteAsync(Guid person)
    {
        if (await users.FindByIdAsync(person.ToString()) is { } user)
            await users.UpdateSecurityStampAsync(user);
        stamps.Forget(person);
        await signIn.SignOutAsync();
    }
}
