using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>Shuts a person out, or lets the person in again. Remote sessions of that person end at once, open pages within a minute or two.</summary>
public sealed class SetDeskPersonDisabled(UserManager<DeskUser> users, CurrentStamps stamps, LastAdministrator last, EndSessionsOf sessions)
{
    /// <exception cref="RuleBrokenException"><c>accounts.last-administrator</c>; <c>accounts.not-saved</c>.</exception>
    public async Task ExecuteAsync(Guid person, bool isDisabled)
    {
        if (isDisabled)
            await last.MustNotBeAsync(person);
        DeskUser user = await users.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("No such person.");
        user.IsDisabled = isDisabled;
        (await users.UpdateSecurityStampAsync(user)).OrThrow();
        stamps.Forget(person);
        if (isDisabled)
            await sessions.ExecuteAsync(person, SessionEnd.ConsultantBarred);
    }
}
