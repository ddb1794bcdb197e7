using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Hosting;

/// <summary>What every feature stands on: options, limits, log, database, languages, keys; and the first steps of each request.</summary>
public static class HostingRegistration
{
    private const string DefaultAddress = "http://localhost:5080";

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        DeskOptions options = builder.Configuration.GetSection(DeskOptions.Section).Get<DeskOptions>() ?? new();
        Directory.CreateDirectory(options.Data);
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(kestrel => DeskLimits.Apply(kestrel, options));
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.Logging.ClearProviders()
            .AddConsole(console => console.FormatterName = OneLineConsole.FormatterName)
            .AddConsoleFormatter<OneLineConsole, ConsoleFormatterOptions>();

        builder.Services.Configure<DeskOptions>(builder.Configuration.GetSection(DeskOptions.Section))
            .Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, options.TrustedProxies))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<DeskAddress>()
            .AddSingleton<OwnScope>()
            .AddSingleton<Turns>()
            .AddServiceDeskData(options.DatabaseOptions)
            .AddLanguages()
            .AddDataProtection()
            .SetApplicationName("ServiceDesk")
            .PersistKeysToFileSystem(OwnDirectory(Path.Combine(options.Data, "keys")));
    }

    /// <summary>Everything that comes before routing to a feature. Order matters: headers also on refusals, culture also on error pages.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseProblemPages();
        app.UseHsts();
        app.UseWebSockets();
        app.UseMiddleware<OriginGuard>();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguages();
        app.MapHealth();
    }

    /// <summary>Only the account that runs the desk may read the keys.</summary>
    private static DirectoryInfo OwnDirectory(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>With no proxy named, no forwarded header is believed at all.</summary>
    private static void Trust(ForwardedHeadersOptions forwarded, string[] proxies)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (string proxy in proxies)
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        forwarded.ForwardedHeaders = proxies.Length == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    }
}
