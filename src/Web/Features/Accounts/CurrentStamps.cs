using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>
/// Tells whether a signed-in person's cookie or circuit still counts: the security stamp in it must be the one in the database,
/// and the person not disabled. Read at most once a minute a person; a change made on this node counts at once.
/// </summary>
public sealed class CurrentStamps(IDbContextFactory<ServiceDeskDb> databases, IOptions<IdentityOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (string? Stamp, DateTimeOffset ReadAt)> _stamps = new();

    public async Task<bool> CountsAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        ClaimsIdentityOptions claims = options.Value.ClaimsIdentity;
        return Guid.TryParse(person.FindFirstValue(claims.UserIdClaimType), out Guid id)
            && person.FindFirstValue(claims.SecurityStampClaimType) is { } stamp
            && stamp == await CurrentAsync(id, cancel);
    }

    /// <summary>To be called after each change of a person's password, roles, sign-outs or state.</summary>
    public void Forget(Guid id) => _stamps.TryRemove(id, out _);

    private async Task<string?> CurrentAsync(Guid id, CancellationToken cancel)
    {
        if (_stamps.TryGetValue(id, out (string? Stamp, DateTimeOffset ReadAt) known) && time.GetUtcNow() - known.ReadAt < Life)
            return known.Stamp;
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        DateTimeOffset readAt = time.GetUtcNow();
        string? stamp = await db.Users.Where(user => user.Id == id && !user.IsDisabled).Select(user => user.SecurityStamp).SingleOrDefaultAsync(cancel);
        _stamps[id] = (stamp, readAt);
        return stamp;
    }
}
