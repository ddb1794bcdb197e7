using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Puts the person's name and initials into the cookie, so that the shell needs no query to greet them.</summary>
public sealed class DeskClaims(UserManager<DeskUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<DeskUser, IdentityRole<Guid>>(users, roles, options)
{
    private const string DisplayNameClaim = "desk:name";
    private const string InitialsClaim = "desk:initials";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DeskUser user)
    {
        ClaimsIdentity identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayNameClaim, user.DisplayName));
        identity.AddClaim(new Claim(InitialsClaim, user.Initials));
        return identity;
    }

    internal static string? DisplayNameOf(ClaimsPrincipal person) => person.FindFirstValue(DisplayNameClaim);

    internal static string? InitialsOf(ClaimsPrincipal person) => person.FindFirstValue(InitialsClaim);
}
