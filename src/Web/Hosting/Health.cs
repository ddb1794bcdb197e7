using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Hosting;

/// <summary>Says only whether the process lives, and whether it can serve: the database answers and its schema is the one of this build.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", async (IDbContextFactory<ServiceDeskDb> databases, CancellationToken cancel) =>
            await IsReadyAsync(databases, cancel)
                ? Results.Text("ready")
                : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }

    private static async Task<bool> IsReadyAsync(IDbContextFactory<ServiceDeskDb> databases, CancellationToken cancel)
    {
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await db.Database.CanConnectAsync(cancel) && !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }
}
