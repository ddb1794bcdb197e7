using Hangfire;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Jobs;

/// <summary>Recurring jobs, and their page for administrators.</summary>
public static class JobsFeature
{
    private const string Path = "/admin/jobs";

    // The dashboard is a product of its own with scripts in its pages; it gets that policy, and nobody but an administrator gets the dashboard.
    private const string DashboardPolicy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<JobOptions>(builder.Configuration.GetSection(DeskOptions.Section))
            .AddSingleton<CloseSolvedTickets>().AddSingleton<DeskJobs>()
            .AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseInMemoryStorage())
            .AddHangfireServer(server => server.WorkerCount = 1);
    }

    public static void MapJobs(this WebApplication app)
    {
        // Whose page it is, the policy says; Hangfire's own rule would be "local requests only".
        app.MapHangfireDashboard(Path, new DashboardOptions { Authorization = [], AppPath = "/", DisplayStorageConnectionString = false })
            .RequireAuthorization(Policies.Administrator).WithMetadata(new ContentPolicyAttribute(DashboardPolicy));

        var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
        jobs.AddOrUpdate<DeskJobs>("tidy-channels", desk => desk.TidyChannelsAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<DeskJobs>("close-solved-tickets", desk => desk.CloseSolvedTicketsAsync(CancellationToken.None), Cron.Hourly(5));
    }
}
