using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ServiceDesk.Web.Hosting;

/// <summary>The one address that links and read-out texts are made of. Never taken from a request, whose Host header anybody can write.</summary>
public sealed class DeskAddress(IOptions<DeskOptions> options, IServer server)
{
    /// <summary>Scheme, host and port without a trailing slash.</summary>
    public string Origin => (options.Value.PublicOrigin ?? BoundOrigin()).TrimEnd('/');

    public string LinkTo(string localPath) => Origin + localPath;

    private string BoundOrigin()
    {
        string? bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return bound is null
            ? "http://localhost"
            : bound.Replace("//0.0.0.0", "//localhost").Replace("//[::]", "//localhost").Replace("//+", "//localhost").Replace("//*", "//localhost");
    }
}
