using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>
/// The desk's server as the agent talks to it: joining, reporting, coming back, and hearing what the desk says. The line to
/// its hub may break without the session: it is made again in silence, and what was to be reported is reported then.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceWithEnd = TimeSpan.FromSeconds(3);

    private readonly Uri _address;
    private readonly TimeProvider _time;
    private readonly HubConnection _hub;
    private readonly ReportQueue _reports;
    private readonly WayBack _wayBack;
    private readonly SemaphoreSlim _coming = new(1, 1);
    private readonly SemaphoreSlim _ready = new(0);
    private readonly CancellationTokenSource _disposed = new();
    private volatile TaskCompletionSource<SessionEndReason> _ended = new();
    private volatile ReturnOffer? _joined;
    private volatile bool _isKnown; // this connection stands for the session
    private volatile bool _isRefused;
    private volatile bool _hasEnded;

    public Desk(Uri address, TimeProvider time)
    {
        _address = address;
        _time = time;
        IHubConnectionBuilder builder = new HubConnectionBuilder()
            .WithUrl(new Uri(address, AgentHubPath.Value), options =>
            {
                // One connection and no other way: what the desk's proxy lets through for the picture, it lets through here.
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, JoiningJson.Default));
        _hub = builder.Build();
        _reports = new ReportQueue(EndWithoutRecord, time);
        _wayBack = new WayBack(() => IsAway, TryComeBackAsync, EndWithoutRecord, time, _disposed.Token);
        _hub.On<SessionEndReason>(nameof(IAgentClient.Ended), reason => _ended.TrySetResult(reason));
        _hub.On(nameof(IAgentClient.ViewerReady), () => { _ready.Release(); });
        _hub.Closed += why =>
        {
            _isKnown = false;
            _ = _wayBack.ComeAsync();
            return Task.CompletedTask;
        };
    }

    /// <summary>Completes when the desk has ended the session, or stays away.</summary>
    public Task<SessionEndReason> Ended => _ended.Task;

    /// <summary>Whose address this is, for sentences.</summary>
    public string Host => _address.Authority;

    /// <summary>The address as a browser writes its origin.</summary>
    public string Origin => SessionCheck.OriginOf(_address);

    /// <summary>Connects where that is still to be done and asks to join.</summary>
    /// <exception cref="DeskException">The desk does not answer.</exception>
    public Task<JoinAnswer> JoinAsync(JoinOffer offer, CancellationToken ended) => AskAsync(
        async patience =>
        {
            // What the desk said about an earlier session is no word about this one.
            _ended = new TaskCompletionSource<SessionEndReason>(TaskCreationOptions.RunContinuationsAsynchronously);
            _hasEnded = false;
            while (_ready.Wait(0, CancellationToken.None))
            {
            }
            await ConnectAsync(patience);
            JoinAnswer answer = await _hub.InvokeAsync<JoinAnswer>(nameof(IAgentHub.Join), offer, patience);
            if (answer.Session is { } session)
                (_joined, _isKnown, _isRefused) = (new ReturnOffer(session.SessionId, session.ReturnToken), true, false);
            return answer;
        },
        ended);

    /// <summary>Waits until the desk says once more that both ends are on the relay.</summary>
    public Task ViewerReadyAsync(CancellationToken ended) => _ready.WaitAsync(ended);

    /// <summary>Takes the agent's place at the relay.</summary>
    /// <exception cref="DeskException">The relay does not answer.</exception>
    public Task<RelaySocket> OpenRelayAsync(string path, string token, CancellationToken ended) =>
        AskAsync(patience => RelaySocket.OpenAsync(_address, path, token, patience), ended);

    /// <summary>After a lost line: the way back to the relay, over the hub's old connection or a new one. Null when the desk refuses.</summary>
    /// <exception cref="DeskException">The desk does not answer.</exception>
    public async Task<ReturnedLine?> ReturnAsync(CancellationToken ended)
    {
        await _coming.WaitAsync(ended);
        try
        {
            return await AskAsync(AskForReturnAsync, ended);
        }
        finally
        {
            _coming.Release();
        }
    }

    /// <summary>Tells the desk what holds now.</summary>
    public void ReportGrants(Grants granted, Grants declined) =>
        Report(patience => _hub.InvokeAsync(nameof(IAgentHub.ReportGrants), granted, declined, patience));

    /// <summary>Tells the desk what happened.</summary>
    public void ReportNews(SessionNews news) =>
        Report(patience => _hub.InvokeAsync(nameof(IAgentHub.ReportNews), news, patience));

    /// <summary>Tells the desk that it is over, and waits a moment for it to hear that.</summary>
    public async Task ReportEndAsync(SessionEndReason reason)
    {
        Task heard = _hasEnded ? Task.CompletedTask : _reports.AddEnd(InThisSession(patience => TellEndAsync(reason, patience)));
        _hasEnded = true; // nothing is reported after the end
        await Task.WhenAny(heard, Task.Delay(PatienceWithEnd, _time)); // a desk that hears nothing ends it by itself when the line is gone
        _joined = null;
    }

    public async ValueTask DisposeAsync()
    {
        _joined = null;
        await _disposed.CancelAsync();
        await _reports.DisposeAsync();
        await _hub.DisposeAsync();
    }

    private void Report(Func<CancellationToken, Task> report)
    {
        if (!_hasEnded)
            _ = _reports.Add(InThisSession(report));
    }

    // A connection that stands for no session would be refused: the report waits for one that does. What comes too late for its
    // session must not be taken for the next one's.
    private Func<CancellationToken, Task> InThisSession(Func<CancellationToken, Task> report)
    {
        Guid? session = _joined?.SessionId;
        return patience =>
            session is null || session != _joined?.SessionId ? Task.CompletedTask
            : _isKnown ? report(patience)
            : throw new TimeoutException("The desk is away.");
    }

    private async Task TellEndAsync(SessionEndReason reason, CancellationToken patience)
    {
        try
        {
            await _hub.InvokeAsync(nameof(IAgentHub.ReportEnd), reason, patience);
        }
        catch (HubException) when (_ended.Task.IsCompleted)
        {
            // The desk has ended it before us, and needs no word of ours any more.
        }
    }

    private async Task<ReturnedLine?> AskForReturnAsync(CancellationToken patience)
    {
        await ConnectAsync(patience);
        if (_joined is not { } offer)
            return null;
        var line = await _hub.InvokeAsync<ReturnedLine?>(nameof(IAgentHub.Return), offer, patience);
        if (line is not null)
            (_joined, _isKnown) = (offer with { ReturnToken = line.ReturnToken }, true);
        return line;
    }

    private async Task ConnectAsync(CancellationToken patience)
    {
        if (_hub.State == HubConnectionState.Disconnected)
            await _hub.StartAsync(patience);
    }

    private bool IsAway =>
        _joined is not null && !_isRefused && !_ended.Task.IsCompleted && !(_isKnown && _hub.State == HubConnectionState.Connected);

    // The picture's line may stand all the while: then the way back that the desk gives is not gone.
    private async Task TryComeBackAsync()
    {
        try
        {
            await _coming.WaitAsync(_disposed.Token);
            try
            {
                if (IsAway)
                    _isRefused = await AskAsync(AskForReturnAsync, _disposed.Token) is null;
                if (_isRefused)
                    EndWithoutRecord();
            }
            finally
            {
                _coming.Release();
            }
        }
        catch (Exception away) when (away is DeskException or OperationCanceledException)
        {
            // Away still.
        }
    }

    private void EndWithoutRecord() => _ended.TrySetResult(SessionEndReason.LineLost); // no session without a record of it

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ended)
    {
        using var enough = new CancellationTokenSource(Patience, _time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended, enough.Token);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception failure) when (DeskException.From(failure) is { } known)
        {
            ended.ThrowIfCancellationRequested();
            throw known;
        }
    }
}
