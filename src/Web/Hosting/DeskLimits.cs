using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ServiceDesk.Web.Hosting;

/// <summary>What one connection and all of them together may ask of the server. A feature that takes more says so on its own endpoint.</summary>
public static class DeskLimits
{
    /// <summary>Longer than any browser needs for its first lines, too short to hold many connections open byte by byte.</summary>
    public static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(10);

    public const int LargestBody = 1024 * 1024;

    public static void Apply(KestrelServerOptions kestrel, DeskOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = HeaderTime;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxConcurrentConnections = 8_000;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 4_000;
        ConnectionsPerAddress perAddress = new(options.ConnectionsPerAddress, options.TrustedProxies);
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(perAddress.Around));
    }
}
