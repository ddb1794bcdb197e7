using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

[Trait("Abuse", "74")]
public sealed class DeskAddressTests
{
    [Theory]
    [InlineData("https://desk.example.org/", "http://localhost:5080", "https://desk.example.org")]
    [InlineData(null, "http://localhost:5080", "http://localhost:5080")]
    [InlineData(null, "http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData(null, "http://[::]:8080", "http://localhost:8080")]
    public void Origin_ComesFromTheConfigurationOrTheServer(string? configured, string bound, string origin)
    {
        DeskAddress address = new(Options.Create(new DeskOptions { PublicOrigin = configured }), new BoundTo(bound));
        address.Origin.ShouldBe(origin);
        address.LinkTo("/help").ShouldBe($"{origin}/help");
    }

    private sealed class BoundTo : IServer, IServerAddressesFeature
    {
        public BoundTo(string address)
        {
            Addresses = [address];
            Features.Set<IServerAddressesFeature>(this);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public ICollection<string> Addresses { get; }

        public bool PreferHostingUrls { get; set; }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancel) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
