using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Patterns;
using MudBlazor;
using MudBlazor.Services;
using ServiceDesk.Web.Features.Accounts;

namespace ServiceDesk.Web.Components;

/// <summary>The document, the layouts and the small components that every page is made of.</summary>
public static class ShellFeature
{
    /// <summary>A pasted log file must not end the circuit; files go by plain HTTP.</summary>
    private const int LargestCircuitMessage = 256 * 1024;

    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestCircuitMessage);
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.VisibleStateDuration = 10_000; // ms: long enough to read it and reach the button
            mud.SnackbarConfiguration.HideIcon = true;
            mud.SnackbarConfiguration.ShowTransitionDuration = 100;
            mud.SnackbarConfiguration.HideTransitionDuration = 100;
        });
        builder.Services.AddTransient<MudLocalizer, MudTexts>();
        builder.Services.AddSingleton<DeskTimes>();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapGet("/", (HttpContext context) => Results.LocalRedirect(StartOf(context))).RequireAuthorization();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null) // the whole policy is ours: SecurityHeaders
            .Add(OnlySignedInOnCircuits);
    }

    private static string StartOf(HttpContext context) => context.User.IsConsultant ? "/queues" : "/admin/people";

    /// <summary>Static pages need no circuit, so nobody unknown can make the server hold one.</summary>
    private static void OnlySignedInOnCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern: RoutePattern { RawText: { } route } } && route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AuthorizeAttribute());
    }
}
