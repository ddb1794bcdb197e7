using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ServiceDesk.Web.Tests.Support;

/// <summary>
/// The whole desk on a real port with its own data folder and the demo people. As class fixture (<c>IClassFixture&lt;DeskApp&gt;</c>)
/// for tests that share one, or made by the test that needs other settings or a desk without people.
/// </summary>
public sealed class DeskApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("servicedesk-app-").FullName;

    /// <summary>Configuration of this desk, e.g. <c>new DeskApp { Settings = { ["Desk:Demo"] = "false" } }</c>.</summary>
    public Dictionary<string, string> Settings { get; } = new() { ["Desk:Demo"] = "true" };

    /// <summary>Takes the place of services, e.g. of <see cref="TimeProvider"/>.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>Everything that the desk logged, one text an event.</summary>
    public LogLines Log { get; } = new();

    public Uri Origin => ClientOptions.BaseAddress;

    public string DataFolder => _data;

    public ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody with a cookie jar of their own, who follows no redirect.</summary>
    public Visitor NewVisitor(string language = "en") => new(Origin, language);

    public async Task<Visitor> NewVisitorAsync(DemoPeople.DemoPerson person, string language = "en")
    {
        Visitor visitor = NewVisitor(language);
        await visitor.SignInAsync(person);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Desk:Data", _data);
        foreach ((string key, string value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(Replace);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
