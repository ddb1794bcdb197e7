namespace ServiceDesk.Web.Features.Reports;

public static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddLocalization().AddSingleton<TicketPdf>();
}
