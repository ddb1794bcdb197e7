using Microsoft.Extensions.Options;
using ServiceDesk.Web.Features.Accounts;
using ServiceDesk.Web.Features.Demo;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Phone tickets: intake, queues, the ticket page.</summary>
public static class TicketsFeature
{
    public static void AddTickets(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TicketChanges>();
        builder.Services.AddSingleton<OpenTicket>();
        builder.Services.AddSingleton<ChangeTicket>();
        builder.Services.AddSingleton<TicketQueries>();
        builder.Services.AddSingleton<TicketChoices>();
        builder.Services.AddSingleton<PersonQueries>();
        builder.Services.AddSingleton<DemoDesk>();
    }

    /// <summary>With <c>--demo</c>, gives the demo people something to do.</summary>
    public static async Task PrepareTicketsAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<DeskOptions>>().Value.Demo) return;
        Guid[] team = [DemoPeople.Max.Id, DemoPeople.Lena.Id, DemoPeople.Sabine.Id];
        await app.Services.GetRequiredService<DemoDesk>().ExecuteAsync(team);
    }
}
