using Microsoft.AspNetCore.Identity;
using ServiceDesk.Domain;

namespace ServiceDesk.Web.Features.Accounts;

internal static class IdentityResults
{
    /// <summary>Identity answers where others throw; an answer that nobody reads would pass for done.</summary>
    /// <exception cref="RuleBrokenException"><c>accounts.not-saved</c>: nothing was changed, say because somebody else has just changed this person.</exception>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded) throw new RuleBrokenException("accounts.not-saved", result.ToString());
    }
}
