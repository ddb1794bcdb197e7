using MudBlazor;
using MudBlazor.Services;
using ServiceDesk.Web.Features.Accounts;

namespace ServiceDesk.Web.Components;

/// <summary>The document, the layouts and the small components that every page is made of.</summary>
public static class ShellFeature
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.ShowTransitionDuration = 100;
            mud.SnackbarConfiguration.HideTransitionDuration = 100;
        });
        builder.Services.AddTransient<MudLocalizer, MudTexts>();
        builder.Services.AddScoped<DeskTimes>();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapGet("/", (HttpContext context) => Results.LocalRedirect(StartOf(context))).RequireAuthorization();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null); // the whole policy is ours: SecurityHeaders
    }

    private static string StartOf(HttpContext context) => context.User.IsConsultant ? "/queues" : "/admin/people";
}
