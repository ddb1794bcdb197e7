using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Data;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Queues;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

/// <summary>A whole desk with published agents, a queue that Max and Lena work, and the three people of a session: consultant, customer, agent.</summary>
public sealed class SessionDesk : IAsyncLifetime
{
    public const string LinuxAgent = "a small stand-in for the agent's file";
    private readonly string _agents = Directory.CreateTempSubdirectory("servicedesk-agents-").FullName;
    private readonly bool _hasAgents;

    public SessionDesk()
        : this(_ => { })
    {
    }

    private SessionDesk(Action<IServiceCollection> replace, bool hasAgents = true)
    {
        App = new DeskApp { Settings = { ["Desk:Agents"] = _agents, ["Desk:Institution"] = "University Computing Centre" }, Replace = replace };
        _hasAgents = hasAgents;
    }

    /// <summary>A desk of a test's own, with other services or nothing to download.</summary>
    public static SessionDesk With(Action<IServiceCollection> replace, bool hasAgents = true) => new(replace, hasAgents);

    public DeskApp App { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        if (_hasAgents)
        {
            await File.WriteAllTextAsync(Path.Combine(_agents, AgentDownloads.LinuxX64), LinuxAgent);
            await File.WriteAllTextAsync(Path.Combine(_agents, AgentDownloads.WindowsX64), "a stand-in for Windows");
        }

        await App.InitializeAsync();
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        var queue = Queue.Create("Session tests", "session-tests");
        queue.Admit(DemoPeople.Max.Id);
        queue.Admit(DemoPeople.Lena.Id);
        queue.Admit(DemoPeople.Sabine.Id);
        db.Add(queue);
        await db.SaveChangesAsync();
    }

    public Task<ServiceDeskDb> OpenDatabaseAsync() => Get<IDbContextFactory<ServiceDeskDb>>().CreateDbContextAsync(Cancel);

    public async Task<long> OpenTicketAsync(string title = "VPN breaks after sign-in", string caller = "Anna Berg")
    {
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        DateTime now = Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var person = Person.Register(caller, null, null, now);
        db.Add(person);
        await db.SaveChangesAsync(Cancel);
        int queue = await db.Queues.Where(q => q.Key == "session-tests").Select(q => q.Id).SingleAsync(Cancel);
        var ticket = Ticket.Open(new PhoneIntake(person.Id, title, null, queue, TicketPriority.Normal, null), DemoPeople.Max.Id, now);
        db.Add(ticket);
        await db.SaveChangesAsync(Cancel);
        return ticket.Id;
    }

    /// <summary>Max starts a session on a fresh ticket.</summary>
    public async Task<StartedSession> StartAsync(string caller = "Anna Berg")
    {
        Get<FailedTries>().Forgive(IPAddress.Loopback);
        Get<FailedTries>().Forgive(IPAddress.IPv6Loopback);
        long ticket = await OpenTicketAsync(caller: caller);
        Guid id = (await Get<StartSession>().ExecuteAsync(ticket, DemoPeople.Max.Id, Cancel))!.Value;
        return new StartedSession(id, ticket, Get<OpenChannels>().Of(id)!.Value);
    }

    /// <summary>A customer who has typed the channel.</summary>
    public async Task<Visitor> TypeChannelAsync(Channel channel, string language = "en")
    {
        Visitor customer = App.NewVisitor(language);
        using HttpResponseMessage answer = await customer.SubmitAsync("/help", ("channel", channel.ToString()));
        answer.LeadsTo.ShouldBe("/help/read");
        return customer;
    }

    public static Task<HttpResponseMessage> AcceptAsync(Visitor customer) =>
        customer.SubmitAsync("/help/read", ("accept", "purpose"), ("accept", "disclaimer"), ("accept", "privacy"));

    /// <summary>A customer who has accepted the three texts.</summary>
    public async Task<Visitor> AcceptAsync(Channel channel, string language = "en")
    {
        Visitor customer = await TypeChannelAsync(channel, language);
        using HttpResponseMessage answer = await AcceptAsync(customer);
        answer.LeadsTo.ShouldBe("/help/download");
        return customer;
    }

    public async Task<HubConnection> ConnectAgentAsync()
    {
        HubConnection agent = new HubConnectionBuilder().WithUrl(new Uri(App.Origin, AgentHubPath.Value)).Build();
        await agent.StartAsync(Cancel);
        return agent;
    }

    public static Task<JoinAnswer> JoinAsync(HubConnection agent, string channel, string version = "0.2.0") =>
        agent.InvokeAsync<JoinAnswer>(nameof(IAgentHub.Join), new JoinOffer(channel, version), Cancel);

    /// <summary>An agent that has joined a fresh session.</summary>
    public async Task<RunningSession> RunAsync(string caller = "Anna Berg")
    {
        StartedSession session = await StartAsync(caller);
        Visitor customer = await AcceptAsync(session.Channel);
        HubConnection agent = await ConnectAgentAsync();
        JoinAnswer answer = await JoinAsync(agent, session.Channel.ToString());
        return new RunningSession(session.Id, session.Ticket, session.Channel, customer, agent, answer.Session!);
    }

    public async Task<ClientWebSocket> OpenRelayAsync(Guid session, RelaySide side, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(RelayDoor.Subprotocol);
        await socket.ConnectAsync(RelayAddress(session), Cancel);
        byte[] join = [0x02, (byte)side, .. System.Buffers.Text.Base64Url.DecodeFromChars(token)];
        await socket.SendAsync(join, WebSocketMessageType.Binary, true, Cancel);
        return socket;
    }

    public Task<ClientWebSocket> OpenViewerAsync(RunningSession session) =>
        OpenRelayAsync(session.Id, RelaySide.Viewer, Get<RelayTokens>().Issue(session.Id, RelaySide.Viewer, RelayTokens.DefaultLife));

    public static async Task<RelayCloseCode> CloseCodeAsync(ClientWebSocket socket)
    {
        while ((await socket.ReceiveAsync(new byte[1000].AsMemory(), Cancel)).MessageType != WebSocketMessageType.Close)
        {
        }

        return (RelayCloseCode)socket.CloseStatus!.Value;
    }

    public Uri RelayAddress(Guid session) => new UriBuilder(App.Origin) { Scheme = "ws", Path = $"/relay/{session}" }.Uri;

    public async Task<RemoteSession> LoadAsync(Guid id)
    {
        await using ServiceDeskDb db = await OpenDatabaseAsync();
        return await db.RemoteSessions.AsNoTracking().Include(s => s.Acceptances).Include(s => s.GrantChanges).Include(s => s.Events.OrderBy(e => e.Id)).SingleAsync(s => s.Id == id, Cancel);
    }

    /// <summary>Waits until the record has come so far; a session is changed by several hands.</summary>
    public async Task<RemoteSession> LoadWhenAsync(Guid id, Func<RemoteSession, bool> reached)
    {
        for (int look = 0; ; look++)
        {
            RemoteSession session = await LoadAsync(id);
            if (reached(session)) return session;
            if (look == 100) throw new TimeoutException($"The session stays {session.State}, {session.End}.");
            await Task.Delay(100, Cancel);
        }
    }

    /// <summary>Waits until something is in the log: the desk writes it after the other end has its answer.</summary>
    public async Task LoggedAsync(string words)
    {
        for (int look = 0; look < 50 && !App.Log.All.Any(line => line.Contains(words)); look++) await Task.Delay(100, Cancel);
        App.Log.All.ShouldContain(line => line.Contains(words));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_agents, recursive: true);
    }
}

public sealed record StartedSession(Guid Id, long Ticket, Channel Channel);

public sealed record RunningSession(Guid Id, long Ticket, Channel Channel, Visitor Customer, HubConnection Agent, JoinedSession Joined) : IAsyncDisposable
{
    public Task ReportAsync(Grants granted, Grants declined = Grants.None) =>
        Agent.InvokeAsync(nameof(IAgentHub.ReportGrants), granted, declined, SessionDesk.Cancel);

    public Task TellAsync(SessionNews news) => Agent.InvokeAsync(nameof(IAgentHub.ReportNews), news, SessionDesk.Cancel);

    public async ValueTask DisposeAsync()
    {
        await Agent.DisposeAsync();
        Customer.Dispose();
    }
}
