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
    }
}
