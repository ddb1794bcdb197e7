using Microsoft.Extensions.Options;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Demo;

/// <summary>A desk to try, with <c>--demo</c>.</summary>
public static class DemoFeature
{
    public static void AddDemo(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DemoDesk>();

    /// <summary>With <c>--demo</c>, gives the demo people something to do.</summary>
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<DeskOptions>>().Value.Demo) return;
        Guid[] team = [DemoPeople.Max.Id, DemoPeople.Lena.Id, DemoPeople.Sabine.Id];
        await app.Services.GetRequiredService<DemoDesk>().ExecuteAsync(team);
    }
}
