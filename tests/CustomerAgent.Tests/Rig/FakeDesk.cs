using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>A desk for one agent: the hub with real SignalR, and a relay whose other end is <see cref="Viewer"/>.</summary>
internal sealed class FakeDesk : IAsyncDisposable
{
    public const string Channel = "482913077";

    private readonly WebApplication _app;

    private FakeDesk(WebApplication app) => _app = app;

    /// <summary>The address that the agent is given.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public ConcurrentQueue<JoinOffer> Offers { get; } = [];

    /// <summary>What the agent reported, in words.</summary>
    public ConcurrentQueue<string> Reports { get; } = [];

    public JoinRefusal? RefuseWith { get; set; }

    /// <summary>How many times the relay is not there before it is.</summary>
    public int RelayFailures { get; set; }

    /// <summary>How often the agent came to the relay.</summary>
    public int RelayTries { get; private set; }

    public FakeViewer Viewer { get; } = new();

    public JoinedSession Session { get; set; } = new(
        Guid.NewGuid(), "Max Weber", "K7-204", "Rechenzentrum der Universität", "https://desk.example.org",
        [
            new AcceptedDocument("purpose", "3", "de", "Zweck und Ablauf", new string('a', 64)),
            new AcceptedDocument("disclaimer", "2", "de", "Haftung und Datensicherung", new string('b', 64)),
            new AcceptedDocument("privacy", "3", "de", "Datenschutzhinweis", new string('c', 64)),
        ],
        DateTimeOffset.UnixEpoch, "/relay/1", Convert.ToBase64String(new byte[32]).TrimEnd('='));

    public static async Task<FakeDesk> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR().AddJsonProtocol(options =>
            options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, JoiningJson.Default));
        WebApplication app = builder.Build();
        var desk = new FakeDesk(app);
        app.UseWebSockets();
        app.MapHub<Hub>(AgentHubPath.Value);
        app.Map("/relay/1", desk.RelayAsync);
        Hub.Desks[app.Services.GetRequiredService<IHubContext<Hub>>()] = desk;
        await app.StartAsync(TestContext.Current.CancellationToken);
        return desk;
    }

    public Task EndAsync(SessionEndReason reason) =>
        _app.Services.GetRequiredService<IHubContext<Hub>>().Clients.All.SendAsync("Ended", reason);

    public async ValueTask DisposeAsync()
    {
        Viewer.Abort();
        await _app.DisposeAsync();
    }

    private async Task RelayAsync(HttpContext context)
    {
        if (++RelayTries <= RelayFailures)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync("servicedesk.relay.1");
        await Viewer.TalkAsync(socket);
    }

    private sealed class Hub(IHubContext<Hub> context) : Microsoft.AspNetCore.SignalR.Hub
    {
        public static readonly ConcurrentDictionary<IHubContext<Hub>, FakeDesk> Desks = [];

        private FakeDesk Desk => Desks[context];

        public JoinAnswer Join(JoinOffer offer)
        {
            Desk.Offers.Enqueue(offer);
            return Desk.RefuseWith is { } refusal ? new JoinAnswer(refusal, null) : new JoinAnswer(null, Desk.Session);
        }

        public void ReportGrants(Grants granted, Grants declined) => Desk.Reports.Enqueue($"granted {granted}, declined {declined}");

        public void ReportEnd(SessionEndReason reason) => Desk.Reports.Enqueue($"end {reason}");
    }
}
