using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>Shuts a person out, or lets the person in again. Open pages end within a minute or two.</summary>
public sealed class SetDeskPersonDisabled(UserManager<DeskUser> users, CurrentStamps stamps, LastAdministrator last)
{
    public async Task ExecuteAsync(Guid person, bool isDisabled)
    {
        if (isDisabled)
            await last.MustNotBeAsync(person);
        DeskUser user = await users.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("No such person.");
        user.IsDisabled = isDisabled;
        await users.UpdateSecurityStampAsync(user);
        stamps.Forget(person);
    }
}
