using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Features.Accounts.People;

public enum SignInState
{
    Active,
    Locked,
    Invited,
    Disabled,
}

/// <summary>One desk person in the list.</summary>
public sealed record DeskPersonRow(Guid Id, string DisplayName, string Initials, string Name, IReadOnlyList<string> Roles, SignInState State, DateTimeOffset? LockedUntil);

public sealed class DeskPeopleQueries(IDbContextFactory<ServiceDeskDb> databases, TimeProvider time)
{
    public async Task<IReadOnlyList<DeskPersonRow>> AllAsync(CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        var users = await db.Users.OrderBy(user => user.DisplayName).ThenBy(user => user.UserName)
            .Select(user => new { user.Id, user.DisplayName, user.Initials, user.UserName, user.IsDisabled, user.LockoutEnd, HasPassword = user.PasswordHash != null })
            .ToListAsync(cancel);
        ILookup<Guid, string> roles = (await db.UserRoles
            .Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => new { held.UserId, role.Name })
            .ToListAsync(cancel)).ToLookup(held => held.UserId, held => held.Name!);
        return [.. users.Select(user => new DeskPersonRow(
            user.Id, user.DisplayName, user.Initials, user.UserName!,
            [.. DeskRoles.All.Where(roles[user.Id].Contains)],
            StateOf(user.IsDisabled, user.HasPassword, user.LockoutEnd), user.LockoutEnd))];
    }

    private SignInState StateOf(bool isDisabled, bool hasPassword, DateTimeOffset? lockedUntil) => (isDisabled, hasPassword) switch
    {
        (true, _) => SignInState.Disabled,
        (_, false) => SignInState.Invited,
        _ => lockedUntil > time.GetUtcNow() ? SignInState.Locked : SignInState.Active,
    };
}
