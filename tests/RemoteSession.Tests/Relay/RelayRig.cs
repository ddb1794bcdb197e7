using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>A relay with real WebSockets over lines in memory, and a clock that only the test moves.</summary>
internal sealed class RelayRig
{
    public RelayRig(RelayLimits? limits = null)
    {
        Limits = limits ?? new RelayLimits();
        Rooms = new RelayRooms(Limits, Time);
        Tokens = new RelayTokens(Time);
        Door = new RelayDoor(Tokens, Limits, Time);
    }

    public FakeTimeProvider Time { get; } = new();

    public RelayLimits Limits { get; }

    public RelayRooms Rooms { get; }

    public RelayTokens Tokens { get; }

    public RelayDoor Door { get; }

    public Guid SessionId { get; } = Guid.NewGuid();

    /// <summary>Whether the session, of which something was carried, still takes a place.</summary>
    public bool HasRoom => Rooms.BytesCarried(SessionId) > 0;

    public HeardRooms Heard { get; } = new();

    public CancellationTokenSource ServerStop { get; } = new();

    /// <summary>Connects an end that is already through the door.</summary>
    public RelayClient Connect(RelaySide side, Guid? sessionId = null, bool mayReplace = false)
    {
        (PairedStream here, PairedStream there) = PairedStream.Create();
        return new RelayClient(here, HangUpAfterAsync(
            there, Rooms.RunAsync(sessionId ?? SessionId, side, ServerSocket(there), new RelayVisit(mayReplace, Heard), ServerStop.Token)));
    }

    /// <summary>Connects both ends and sends a message each way, so that both are known to run.</summary>
    public async Task<(RelayClient Agent, RelayClient Viewer)> ConnectBothAsync(Guid? sessionId = null)
    {
        RelayClient agent = Connect(RelaySide.Agent, sessionId), viewer = Connect(RelaySide.Viewer, sessionId);
        await agent.SendAsync([1]);
        await viewer.SendAsync([2]);
        (await viewer.ReceiveAsync()).ShouldBe([1]);
        (await agent.ReceiveAsync()).ShouldBe([2]);
        return (agent, viewer);
    }

    /// <summary>Connects to the door.</summary>
    public (RelayClient Client, Task<RelayAdmission> Admission) Knock()
    {
        (PairedStream here, PairedStream there) = PairedStream.Create();
        Task<RelayAdmission> admission = Door.AdmitAsync(SessionId, ServerSocket(there));
        _ = HangUpAfterAsync(there, admission);
        return (new RelayClient(here, Task.FromResult(new RelayOutcome(default, 0, 0))), admission);
    }

    /// <summary>Moves the clock in small steps until the task is done, and says how far it had to go.</summary>
    public async Task<TimeSpan> PassUntilAsync(Task task, TimeSpan step)
    {
        long start = Time.GetTimestamp();
        long patience = Stopwatch.GetTimestamp();
        while (!task.IsCompleted && Stopwatch.GetElapsedTime(patience) < RelayClient.Patience)
        {
            Time.Advance(step);
            await Task.WhenAny(task, Task.Delay(2));
        }

        task.IsCompleted.ShouldBeTrue();
        return Time.GetElapsedTime(start);
    }

    // As a web server does when the endpoint returns; an admitted end would go on, so its line stays.
    private static async Task<T> HangUpAfterAsync<T>(Stream line, Task<T> endpoint)
    {
        T result = await endpoint;
        if (result is not RelayAdmission { Refusal: null }) await line.DisposeAsync();
        return result;
    }

    private static WebSocket ServerSocket(Stream stream) => WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
}
