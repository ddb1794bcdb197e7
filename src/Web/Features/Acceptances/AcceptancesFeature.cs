using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>The customer's pages: static, without a circuit, and without JavaScript if need be.</summary>
public static class AcceptancesFeature
{
    public static void AddAcceptances(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor()
            .AddSingleton<FailedTries>().AddSingleton<CustomerVisit>().AddSingleton<AgentFiles>()
            .AddSingleton<PolicyQueries>().AddSingleton<VisitQueries>()
            .AddSingleton<EnsurePolicies>().AddSingleton<OpenHelpPage>().AddSingleton<AcceptPolicies>()
            .AddScoped<CustomerRequest>().AddScoped<ChannelStep>().AddScoped<ReadStep>().AddScoped<DownloadStep>().AddScoped<ConnectStep>().AddScoped<LeaveStep>()
            .AddHostedService<PublishShippedTexts>();
    }

    public static void MapAcceptances(this WebApplication app)
    {
        RouteGroupBuilder customer = app.MapGroup("").AllowAnonymous().DisableAntiforgery()
            .WithMetadata(new ContentPolicyAttribute(ContentPolicyAttribute.Static))
            .AddEndpointFilter(CustomerGuards.NeverCached).AddEndpointFilter(CustomerGuards.OwnForms);

        RouteGroupBuilder way = customer.MapGroup("/help").AddEndpointFilter(CustomerGuards.IntactTexts);
        way.MapGet("", (ChannelStep step, HttpRequest request) => step.Show(request.Query.ContainsKey("first")));
        way.MapPost("", (ChannelStep step) => step.TakeAsync());
        way.MapGet("/read", (ReadStep step) => step.ShowAsync());
        way.MapPost("/read", (ReadStep step) => step.TakeAsync());
        way.MapGet("/download", (DownloadStep step) => step.ShowAsync());

        // These work whatever the state of the texts: nobody is kept from stopping.
        customer.MapGet("/help/status", (ConnectStep step) => step.ShowAsync());
        customer.MapGet("/help/status.json", (ConnectStep step) => step.StampAsync());
        customer.MapGet("/help/stop", (LeaveStep step) => step.AskToStopAsync());
        customer.MapPost("/help/stop", (LeaveStep step) => step.StopAsync());
        customer.MapGet("/help/receipt", (LeaveStep step) => step.ReceiptAsync());

        customer.MapGet("/downloads.json", (DownloadStep step) => step.List());
        customer.MapGet("/downloads/{file}", (DownloadStep step, string file) => step.SendAsync(file));
    }

    /// <summary>Before the first request: there is no remote help without texts to read.</summary>
    private sealed class PublishShippedTexts(EnsurePolicies ensure) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => ensure.ExecuteAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
