using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Ends this sign-in and all others of the person, so that a copied cookie is worth nothing afterwards; and the person's remote sessions.</summary>
public sealed class SignOutEverywhere(UserManager<DeskUser> users, SignInManager<DeskUser> signIn, CurrentStamps stamps, EndSessionsOf sessions)
{
    /// <exception cref="RuleBrokenException"><c>accounts.not-saved</c>: only this sign-in has ended.</exception>
    public async Task ExecuteAsync(Guid person)
    {
        await signIn.SignOutAsync();
        await sessions.ExecuteAsync(person, SessionEnd.ConsultantEnded);
        if (await users.FindByIdAsync(person.ToString()) is { } user)
            (await users.UpdateSecurityStampAsync(user)).OrThrow();
        stamps.Forget(person);
    }
}
