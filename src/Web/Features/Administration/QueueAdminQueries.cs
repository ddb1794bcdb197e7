using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Features.Administration;

/// <summary>One queue in the administrator's list.</summary>
public sealed record QueueAdminRow(int Id, string Name, string Key, IReadOnlyList<Guid> Members);

/// <summary>One entry of the catalogue in the administrator's list.</summary>
public sealed record CatalogueRow(int Id, string Name, string Category);

public sealed class QueueAdminQueries(IDbContextFactory<ServiceDeskDb> databases)
{
    public async Task<IReadOnlyList<QueueAdminRow>> QueuesAsync(CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Queues.OrderBy(queue => queue.Name).ThenBy(queue => queue.Key)
            .Select(queue => new QueueAdminRow(queue.Id, queue.Name, queue.Key, queue.Members.Select(member => member.PersonId).ToList()))
            .ToListAsync(cancel);
    }

    /// <summary>Who may be a member of a queue, by name.</summary>
    public async Task<IReadOnlyList<Choice<Guid>>> TeamAsync(CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await TeamOf(db).OrderBy(person => person.DisplayName).ThenBy(person => person.UserName)
            .Select(person => new Choice<Guid>(person.Id, person.DisplayName)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<CatalogueRow>> CatalogueAsync(CancellationToken cancel = default)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Catalogue.OrderBy(item => item.Category).ThenBy(item => item.Name).ThenBy(item => item.Id)
            .Select(item => new CatalogueRow(item.Id, item.Name, item.Category)).ToListAsync(cancel);
    }

    /// <summary>Who works tickets and may sign in.</summary>
    internal static IQueryable<Data.Accounts.DeskUser> TeamOf(ServiceDeskDb db) => db.Users.Where(user => !user.IsDisabled
        && db.UserRoles.Any(held => held.UserId == user.Id
            && db.Roles.Any(role => role.Id == held.RoleId && (role.Name == DeskRoles.Consultant || role.Name == DeskRoles.Supervisor))));
}
