using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class EndpointsTests(DeskApp desk) : IClassFixture<DeskApp>
{
    // Its script, a redirect that it has protected itself, and its way back to files on disk.
    private static readonly string[] OfTheFramework = ["_framework/", "{**path:file}"];

    [Fact]
    public void EveryEndpoint_SaysWhoMayUseIt() => desk.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => !OfTheFramework.Any(own => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith(own, StringComparison.Ordinal) is true))
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Select(endpoint => endpoint.RoutePattern.RawText)
        .ShouldBeEmpty();
}
