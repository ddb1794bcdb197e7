namespace ServiceDesk.Web.Features.Administration;

/// <summary>What an administrator sets the desk up with: queues, who works them, and the catalogue.</summary>
public static class AdministrationFeature
{
    public static void AddAdministration(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<QueueAdminQueries>()
        .AddSingleton<AddQueue>()
        .AddSingleton<SetQueueMember>()
        .AddSingleton<AddCatalogueItem>();
}
