using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Four people to try the desk with. They can sign in only while the desk runs with --demo; their password is public.</summary>
public static class DemoPeople
{
    public const string Password = "demo-desk-2026";

    public sealed record DemoPerson(Guid Id, string Name, string DisplayName, string Role);

    public static DemoPerson Max { get; } = new(new("d0000000-0000-4000-8000-000000000001"), "max", "Max Weber", DeskRoles.Consultant);
    public static DemoPerson Lena { get; } = new(new("d0000000-0000-4000-8000-000000000002"), "lena", "Lena Ott", DeskRoles.Consultant);
    public static DemoPerson Sabine { get; } = new(new("d0000000-0000-4000-8000-000000000003"), "sabine", "Sabine Kurz", DeskRoles.Supervisor);
    public static DemoPerson Jan { get; } = new(new("d0000000-0000-4000-8000-000000000004"), "jan", "Jan Adler", DeskRoles.Administrator);

    public static IReadOnlyList<DemoPerson> All { get; } = [Max, Lena, Sabine, Jan];

    /// <summary>Makes them where they are missing, and lets in or shuts out those that an earlier start has left in the database.</summary>
    public static async Task PrepareAsync(UserManager<DeskUser> users, bool mayExist)
    {
        foreach (DemoPerson person in All)
            if (await users.FindByIdAsync(person.Id.ToString()) is { } known)
            {
                known.IsDisabled = !mayExist;
                (await users.UpdateSecurityStampAsync(known)).OrThrow();
            }
            else if (mayExist)
                await CreateAsync(users, person);
    }

    private static async Task CreateAsync(UserManager<DeskUser> users, DemoPerson person)
    {
        DeskUser user = NewDeskUser.Named(person.DisplayName, person.Name);
        user.Id = person.Id;
        (await users.CreateAsync(user, Password)).OrThrow();
        (await users.AddToRoleAsync(user, person.Role)).OrThrow();
    }
}
