using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>The desk's server as the agent talks to it: joining, reporting, and hearing that the desk has ended it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceWithReports = TimeSpan.FromSeconds(3);

    private readonly Uri _address;
    private readonly HubConnection _hub;
    private volatile TaskCompletionSource<SessionEndReason> _ended = new();

    public Desk(Uri address)
    {
        _address = address;
        IHubConnectionBuilder builder = new HubConnectionBuilder()
            .WithUrl(new Uri(address, AgentHubPath.Value), options =>
            {
                // One connection and no other way: what the desk's proxy lets through for the picture, it lets through here.
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, JoiningJson.Default));
        _hub = builder.Build();
        _hub.On<SessionEndReason>(nameof(IAgentClient.Ended), reason => _ended.TrySetResult(reason));
        _hub.Closed += _ =>
        {
            _ended.TrySetResult(SessionEndReason.LineLost);
            return Task.CompletedTask;
        };
    }

    /// <summary>Completes when the desk has ended the session, or the line to it is gone.</summary>
    public Task<SessionEndReason> Ended => _ended.Task;

    /// <summary>Whose address this is, for sentences.</summary>
    public string Host => _address.Authority;

    /// <summary>Connects where that is still to be done and asks to join.</summary>
    /// <exception cref="DeskException">The desk does not answer.</exception>
    public async Task<JoinAnswer> JoinAsync(JoinOffer offer, CancellationToken ended)
    {
        using CancellationTokenSource patience = Within(Patience, ended);
        try
        {
            // What the desk said about an earlier session is no word about this one.
            _ended = new TaskCompletionSource<SessionEndReason>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_hub.State == HubConnectionState.Disconnected)
                await _hub.StartAsync(patience.Token);
            return await _hub.InvokeAsync<JoinAnswer>(nameof(IAgentHub.Join), offer, patience.Token);
        }
        catch (Exception failure) when (DeskException.From(failure) is { } known)
        {
            ended.ThrowIfCancellationRequested();
            throw known;
        }
    }

    /// <summary>Takes the agent's place at the relay that the session names.</summary>
    /// <exception cref="DeskException">The relay does not answer.</exception>
    public async Task<RelaySocket> OpenRelayAsync(JoinedSession session, CancellationToken ended)
    {
        using CancellationTokenSource patience = Within(Patience, ended);
        try
        {
            return await RelaySocket.OpenAsync(_address, session, patience.Token);
        }
        catch (Exception failure) when (DeskException.From(failure) is { } known)
        {
            ended.ThrowIfCancellationRequested();
            throw known;
        }
    }

    /// <summary>Tells the desk what holds now. The session does not wait for it and does not depend on it.</summary>
    public Task ReportGrantsAsync(Grants granted, Grants declined) =>
        ReportAsync(patience => _hub.InvokeAsync(nameof(IAgentHub.ReportGrants), granted, declined, patience));

    /// <summary>Tells the desk that it is over.</summary>
    public Task ReportEndAsync(SessionEndReason reason) =>
        ReportAsync(patience => _hub.InvokeAsync(nameof(IAgentHub.ReportEnd), reason, patience));

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task ReportAsync(Func<CancellationToken, Task> report)
    {
        if (_hub.State != HubConnectionState.Connected)
            return;
        using CancellationTokenSource patience = Within(PatienceWithReports, CancellationToken.None);
        try
        {
            await report(patience.Token);
        }
        catch (Exception failure) when (DeskException.From(failure) is not null)
        {
            // A desk that hears no report ends the session by itself when the line is gone.
        }
    }

    private static CancellationTokenSource Within(TimeSpan patience, CancellationToken ended)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(ended);
        source.CancelAfter(patience);
        return source;
    }
}
