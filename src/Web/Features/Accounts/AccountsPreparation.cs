using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Data.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Accounts;

public static partial class AccountsPreparation
{
    /// <summary>Roles, and the demo people as far as the start allows them.</summary>
    public static async Task PrepareAccountsAsync(this WebApplication app)
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (string role in DeskRoles.All)
            if (!await roles.RoleExistsAsync(role))
                (await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() })).OrThrow();
        await DemoPeople.PrepareAsync(scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>(), app.Options().Demo);
    }

    /// <summary>Once the address is known: where the desk is, who can sign in, or how its first administrator comes in.</summary>
    public static void AnnounceWhenReady(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        Console.Out.WriteLine($"Desk ready: {app.Services.GetRequiredService<DeskAddress>().Origin}");
        if (app.Options().Demo)
            foreach (DemoPeople.DemoPerson person in DemoPeople.All)
                Console.Out.WriteLine($"  {person.Name,-8} {DemoPeople.Password}  {person.DisplayName}, {person.Role}");
        _ = InviteFirstAdministratorAsync(app);
    });

    private static async Task InviteFirstAdministratorAsync(WebApplication app)
    {
        try
        {
            await PrintInvitationAsync(app);
        }
        catch (Exception failure) // nobody awaits this, and without the link nobody comes in
        {
            LogNotInvited(app.Logger, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Whether the first administrator must be invited could not be found out; restart the desk to try again")]
    private static partial void LogNotInvited(ILogger log, Exception failure);

    private static async Task PrintInvitationAsync(WebApplication app)
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().Users.AnyAsync(user => !user.IsDisabled))
            return;
        string path = OneTimeLinks.PathOf(app.Services.GetRequiredService<FirstAdministratorLink>().Issue());
        Console.Out.WriteLine($"Nobody can sign in yet. Make the first administrator within 24 hours: {app.Services.GetRequiredService<DeskAddress>().LinkTo(path)}");
    }

    private static DeskOptions Options(this WebApplication app) => app.Services.GetRequiredService<IOptions<DeskOptions>>().Value;
}
