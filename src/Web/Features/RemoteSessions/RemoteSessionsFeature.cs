using Microsoft.Extensions.Options;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Components;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Remote sessions: their use cases, the agent's hub, the relay, and the viewer's page.</summary>
public static class RemoteSessionsFeature
{
    private const int LongestHubMessage = 4 * 1024;

    public static void AddRemoteSessions(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton(provider => ChannelKey.LoadOrCreate(Path.Combine(provider.GetRequiredService<IOptions<DeskOptions>>().Value.Data, "keys", "channel.key")))
            .AddSingleton(builder.Configuration.GetSection("Desk:Relay").Get<RelayLimits>() ?? new RelayLimits())
            .AddSingleton<RelayTokens>().AddSingleton<RelayRooms>().AddSingleton<RelayDoor>().AddSingleton<RelayGuests>().AddSingleton<RelayPassage>().AddSingleton<RelayEndpoint>().AddSingleton<RelayLog>()
            .AddSingleton<SessionChanges>().AddSingleton<SessionLines>().AddSingleton<ReturnTokens>().AddSingleton<FollowLines>().AddSingleton<OpenChannels>();
        services.AddSingleton<ChangeSession>().AddSingleton<StartSession>().AddSingleton<EndSession>().AddSingleton<EndSessionsOf>().AddSingleton<StopSession>()
            .AddSingleton<FindByChannel>().AddSingleton<SessionTicket>().AddSingleton<JoinAgent>().AddSingleton<AgentDoor>().AddSingleton<ReturnAgent>().AddSingleton<RecordGrants>().AddSingleton<RecordNews>().AddSingleton<RecordAgentEnd>().AddSingleton<RecordRelayEnd>()
            .AddSingleton<ExpireChannels>().AddSingleton<ForgetChannels>().AddSingleton<AbortOpenSessions>().AddSingleton<BeatSessions>().AddSingleton<SettleLine>()
            .AddSingleton<SessionQueries>().AddSingleton<HistoryQueries>()
            .AddSingleton(new TopBarItem(typeof(RunningSessions)))
            .AddHostedService<KeepSessionsSeen>();
        services.AddSignalR()
            .AddHubOptions<AgentHub>(hub => hub.MaximumReceiveMessageSize = LongestHubMessage)
            .AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, JoiningJson.Default));
    }

    public static void MapRemoteSessions(this WebApplication app)
    {
        app.MapHub<AgentHub>(AgentHubPath.Value).AllowAnonymous();
        app.Map("/relay/{session:guid}", (RelayEndpoint relay, HttpContext context, Guid session) => relay.RunAsync(context, session)).AllowAnonymous();
        app.MapViewer();
    }
}
