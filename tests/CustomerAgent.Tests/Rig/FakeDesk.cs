using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>A desk for one agent: the hub with real SignalR, and a relay whose other end is <see cref="Viewer"/>.</summary>
internal sealed class FakeDesk : IAsyncDisposable
{
    public const string Channel = "482913077";

    private static Channel TypedChannel => Remote.Joining.Channel.TryParse(Channel, out Channel typed) ? typed : default;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = [];
    private string? _returnToken;

    private FakeDesk(WebApplication app) => _app = app;

    /// <summary>The address that the agent is given.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public ConcurrentQueue<JoinOffer> Offers { get; } = [];

    /// <summary>What the agent reported, in words.</summary>
    public ConcurrentQueue<string> Reports { get; } = [];

    /// <summary>What is reported cannot be saved.</summary>
    public bool CannotSave { get; set; }

    public JoinRefusal? RefuseWith { get; set; }

    /// <summary>How many times the relay is not there before it is.</summary>
    public int RelayFailures { get; set; }

    /// <summary>How often the agent came to the relay.</summary>
    public int RelayTries { get; private set; }

    public FakeViewer Viewer { get; } = new();

    /// <summary>What each relay line gets for the way back; null refuses. Given the offer.</summary>
    public Func<ReturnOffer, bool> MayReturn { get; set; } = _ => true;

    /// <summary>How often the agent asked for the way back.</summary>
    public ConcurrentQueue<ReturnOffer> Returns { get; } = [];

    /// <summary>Nobody stays on the hub.</summary>
    public bool HubIsAway { get; set; }

    /// <summary>How often the agent came to the hub.</summary>
    public int HubTries { get; private set; }

    /// <summary>Whether the viewer is there as soon as the agent is.</summary>
    public bool ViewerComes { get; set; } = true;

    public JoinedSession Session { get; set; } = new(
        Guid.NewGuid(), "Max Weber", "K7-204", "Rechenzentrum der Universität", "", Texts, DateTimeOffset.UnixEpoch, "/relay/1", Token(), Token());

    /// <summary>The texts that were accepted, each with its hash.</summary>
    public static IReadOnlyList<AcceptedDocument> Texts { get; } =
    [
        Text("purpose", "3", "Zweck und Ablauf", "Wir sehen mit Ihnen auf Ihren Bildschirm.\nSie können jederzeit beenden."),
        Text("disclaimer", "2", "Haftung und Datensicherung", "Für Datensicherungen sorgen Sie selbst."),
        Text("privacy", "3", "Datenschutzerklärung", "Es wird nichts aufgezeichnet."),
    ];

    public static AcceptedDocument Text(string kind, string version, string title, string text) => new(
        kind, version, "de", title, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text))), text);

    public static async Task<FakeDesk> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSignalR().AddJsonProtocol(options =>
            options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, JoiningJson.Default));
        WebApplication app = builder.Build();
        var desk = new FakeDesk(app);
        app.UseWebSockets();
        app.MapHub<Hub>(AgentHubPath.Value);
        app.Map("/relay/1", desk.RelayAsync);
        Hub.Desks[app.Services.GetRequiredService<IHubContext<Hub>>()] = desk;
        await app.StartAsync(TestContext.Current.CancellationToken);
        desk.Session = desk.Session with { Origin = desk.Address };
        return desk;
    }

    public Task EndAsync(SessionEndReason reason) =>
        _app.Services.GetRequiredService<IHubContext<Hub>>().Clients.All.SendAsync("Ended", reason);

    /// <summary>Both ends are on the relay, once more.</summary>
    public Task SayViewerReadyAsync() =>
        _app.Services.GetRequiredService<IHubContext<Hub>>().Clients.All.SendAsync("ViewerReady");

    /// <summary>The hub's line breaks, the relay's stands.</summary>
    public void BreakHub()
    {
        foreach (HubCallerContext connection in _connections.Values)
            connection.Abort();
    }

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
        Viewer.Context ??= Rs1Context.Of(Session, TypedChannel);
        if (ViewerComes)
            await SayViewerReadyAsync();
        await Viewer.TalkAsync(socket);
    }

    private sealed class Hub(IHubContext<Hub> context) : Microsoft.AspNetCore.SignalR.Hub
    {
        public static readonly ConcurrentDictionary<IHubContext<Hub>, FakeDesk> Desks = [];

        private FakeDesk Desk => Desks[context];

        public override Task OnConnectedAsync()
        {
            Desk._connections[Context.ConnectionId] = Context;
            Desk.HubTries++;
            if (Desk.HubIsAway)
                Context.Abort();
            return base.OnConnectedAsync();
        }

        public override Task OnDisconnectedAsync(Exception? exception)
        {
            Desk._connections.TryRemove(Context.ConnectionId, out _);
            return base.OnDisconnectedAsync(exception);
        }

        public ReturnedLine? Return(ReturnOffer offer)
        {
            Desk.Returns.Enqueue(offer);
            if (!Desk.MayReturn(offer) || offer.SessionId != Desk.Session.SessionId || offer.ReturnToken != (Desk._returnToken ?? Desk.Session.ReturnToken))
                return null;
            Context.Items["joined"] = true;
            return new ReturnedLine(Desk.Session.RelayPath, Token(), Desk._returnToken = Token());
        }

        public void ReportNews(SessionNews news) => Report($"news {news}");

        public JoinAnswer Join(JoinOffer offer)
        {
            Desk.Offers.Enqueue(offer);
            Context.Items["joined"] = true;
            return Desk.RefuseWith is { } refusal ? new JoinAnswer(refusal, null) : new JoinAnswer(null, Desk.Session);
        }

        public void ReportGrants(Grants granted, Grants declined) => Report($"granted {granted}, declined {declined}");

        public void ReportEnd(SessionEndReason reason) => Report($"end {reason}");

        // As the desk does: a connection that has not joined or returned stands for no session.
        private void Report(string what)
        {
            if (!Context.Items.ContainsKey("joined"))
                throw new HubException("Join first.");
            if (Desk.CannotSave)
                throw new InvalidOperationException("The database is away.");
            Desk.Reports.Enqueue(what);
        }
    }

    private static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
