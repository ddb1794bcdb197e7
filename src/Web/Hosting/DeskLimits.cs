using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ServiceDesk.Web.Hosting;

/// <summary>What one connection and all of them together may ask of the server. A feature that takes more says so on its own endpoint.</summary>
public static class DeskLimits
{
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 8_000;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 4_000;
    }
}
