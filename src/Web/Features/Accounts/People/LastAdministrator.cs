using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;

namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>The rule that a desk never shuts itself out.</summary>
public sealed class LastAdministrator(IDbContextFactory<ServiceDeskDb> databases)
{
    /// <exception cref="RuleBrokenException">Nobody else who can sign in is an administrator.</exception>
    public async Task MustNotBeAsync(Guid person)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync();
        bool others = await db.UserRoles
            .Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => new { held.UserId, role.Name })
            .AnyAsync(held => held.Name == DeskRoles.Administrator && held.UserId != person
                && db.Users.Any(user => user.Id == held.UserId && !user.IsDisabled && user.PasswordHash != null));
        if (!others)
            throw new RuleBrokenException("accounts.last-administrator", "There must be another administrator who can sign in.");
    }
}
