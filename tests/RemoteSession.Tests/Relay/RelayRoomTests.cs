using CsCheck;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>How messages pass: every one, in order, unread, and no faster than they are taken.</summary>
public class RelayRoomTests
{
    private readonly RelayRig _rig = new();

    [Fact]
    public async Task Run_CopiesEveryMessage_WhenBothWaysCarryRandomOnes() =>
        await Gen.Select(Gen.Byte.Array[1, 6000].Array[1, 8], Gen.Byte.Array[1, 3000].Array[1, 8], Gen.Int[0, 5999]).SampleAsync(async (fromAgent, fromViewer, cut) =>
        {
            var rig = new RelayRig();
            RelayClient agent = rig.Connect(RelaySide.Agent), viewer = rig.Connect(RelaySide.Viewer);
            Task sent = Task.WhenAll(SendAsync(agent, fromAgent, cut), SendAsync(viewer, fromViewer, cut));
            foreach (byte[] message in fromAgent) (await viewer.ReceiveAsync()).ShouldBe(message);
            foreach (byte[] message in fromViewer) (await agent.ReceiveAsync()).ShouldBe(message);
            await sent;
            await agent.CloseAsync(RelayCloseCode.Ended);
            await Task.WhenAll(viewer.ReceiveCloseAsync(), agent.ReceiveCloseAsync());
            (await viewer.Outcome).ShouldBe(new RelayOutcome(
                RelayCloseReason.EndedByAgent, fromAgent.Sum(message => message.Length), fromViewer.Sum(message => message.Length)));
        }, iter: 50);

    [Theory]
    [InlineData(RelaySide.Agent, (256 * 1024) + 29)]
    [InlineData(RelaySide.Viewer, (64 * 1024) + 29)]
    public async Task Run_CopiesTheMessage_WhenItIsTheLongestAllowed(RelaySide side, int length)
    {
        (RelayClient from, RelayClient to) = await ConnectBothAsync(side);
        byte[] message = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
        Task sent = from.SendAsync(message);
        (await to.ReceiveAsync()).AsSpan().SequenceEqual(message).ShouldBeTrue();
        await sent;
    }

    [Fact]
    public async Task Run_HoldsNoMoreThanItMayOfTheEarlyEnd_WhenTheOtherIsNotThere()
    {
        var rig = new RelayRig(new RelayLimits { HeldBytes = 25_000 });
        RelayClient agent = rig.Connect(RelaySide.Agent);
        byte[][] messages = [.. Enumerable.Range(0, 40).Select(i => new[] { (byte)i }.Concat(new byte[9999]).ToArray())];
        int sent = 0;
        Task sending = Task.Run(async () =>
        {
            foreach (byte[] message in messages)
            {
                await agent.SendAsync(message);
                Interlocked.Increment(ref sent);
            }
        }, TestContext.Current.CancellationToken);
        await QuietAsync(() => sent);
        sent.ShouldBeLessThanOrEqualTo(3 + (PairedStream.Holds / 9999) + 2); // held, on the line, and one read ahead by the socket

        RelayClient viewer = rig.Connect(RelaySide.Viewer);
        foreach (byte[] message in messages) (await viewer.ReceiveAsync()).ShouldBe(message);
        await sending;
    }

    [Fact]
    public async Task Run_NoticesThatTheEarlyEndGoes_WhenItHasSpokenAlready()
    {
        RelayClient agent = _rig.Connect(RelaySide.Agent);
        await agent.SendAsync([0x40, 1]);
        await agent.SendAsync([0x40, 2]);

        await agent.CloseAsync(RelayCloseCode.Ended);

        (await agent.Outcome).Reason.ShouldBe(RelayCloseReason.EndedByAgent);
    }

    [Fact]
    [Trait("Abuse", "9")]
    public async Task Run_StopsReadingTheSender_WhenTheReaderIsBlocked()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        int sent = 0;
        Task sending = Task.Run(async () =>
        {
            for (int i = 0; i < 60; i++, Interlocked.Increment(ref sent)) await agent.SendAsync(new byte[16 * 1024]);
        }, TestContext.Current.CancellationToken);
        await QuietAsync(() => sent);
        sent.ShouldBeLessThanOrEqualTo(10); // two lines of 32 KiB, one message in the relay, and what the sockets read ahead

        for (int i = 0; i < 60; i++) (await viewer.ReceiveAsync()).Length.ShouldBe(16 * 1024);
        await sending;
    }

    [Fact]
    [Trait("Abuse", "9")]
    public async Task Run_TakesAReaderThatIsStuckFor10SecondsForLost()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        _ = Task.Run(async () =>
        {
            for (int i = 0; i < 60; i++) await agent.SendAsync(new byte[16 * 1024]);
        }, TestContext.Current.CancellationToken);
        Task<RelayCloseCode?> closed = agent.ReceiveCloseAsync();
        TimeSpan took = await _rig.PassUntilAsync(closed, TimeSpan.FromSeconds(0.5));
        took.ShouldBeGreaterThanOrEqualTo(_rig.Limits.Stuck);
        (await closed).ShouldBe(RelayCloseCode.LineLost);
        await _rig.PassUntilAsync(viewer.Outcome, TimeSpan.FromSeconds(0.5));
        (await viewer.Outcome).Reason.ShouldBe(RelayCloseReason.ViewerLost);
    }

    [Fact]
    public async Task Run_ReadsNoMoreForAWhile_WhenBytesComeTooFast()
    {
        var limits = new RelayLimits();
        var rig = new RelayRig(limits with { FromAgent = limits.FromAgent with { BytesPerSecond = 1000, BurstBytes = 2000 } });
        (RelayClient agent, RelayClient viewer) = await rig.ConnectBothAsync();
        await agent.SendAsync(new byte[4999]); // 3 s above the burst, with the byte that ConnectBoth sent
        await agent.SendAsync([7]);
        (await viewer.ReceiveAsync()).Length.ShouldBe(4999);
        Task<byte[]> next = viewer.ReceiveAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(2.9));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        next.IsCompleted.ShouldBeFalse();
        (await rig.PassUntilAsync(next, TimeSpan.FromSeconds(0.1))).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await next).ShouldBe([7]);
    }

    [Fact]
    public async Task Run_NeverPauses_WhenTheRateIsUnlimited()
    {
        var limits = new RelayLimits();
        var rig = new RelayRig(limits with { FromAgent = limits.FromAgent with { BytesPerSecond = null, MessagesPerSecond = null } });
        (RelayClient agent, RelayClient viewer) = await rig.ConnectBothAsync();
        Task sending = Task.Run(async () =>
        {
            for (int i = 0; i < 1000; i++) await agent.SendAsync(new byte[10_000]);
        }, TestContext.Current.CancellationToken);
        for (int i = 0; i < 1000; i++) (await viewer.ReceiveAsync()).Length.ShouldBe(10_000);
        await sending;
    }

    private static async Task SendAsync(RelayClient from, byte[][] messages, int cut)
    {
        foreach (byte[] message in messages)
        {
            int first = cut % (message.Length + 1);
            if (first > 0) await from.SendAsync(message[..first], last: false);
            await from.SendAsync(message[first..]);
        }
    }

    // Waits until a count has stood still for a while.
    private static async Task QuietAsync(Func<int> count)
    {
        for (int last = -1, same = 0; same < 10;)
        {
            await Task.Delay(20);
            same = count() == last ? same + 1 : 0;
            last = count();
        }
    }

    private async Task<(RelayClient From, RelayClient To)> ConnectBothAsync(RelaySide from)
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        return from == RelaySide.Agent ? (agent, viewer) : (viewer, agent);
    }
}
