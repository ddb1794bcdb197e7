using System.Net.WebSockets;
using CsCheck;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

/// <summary>How a session ends on the relay: the code for each end, the reason for the log, the slot free again.</summary>
public class RelayEndingTests
{
    private readonly RelayRig _rig = new();

    [Theory]
    [InlineData(RelaySide.Agent, RelayCloseReason.EndedByAgent)]
    [InlineData(RelaySide.Viewer, RelayCloseReason.EndedByViewer)]
    public async Task Run_ClosesTheOtherWithEnded_WhenOneEndsOnPurpose(RelaySide side, RelayCloseReason reason)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(side);
        await own.SendAsync([5, 1]);
        await own.CloseAsync(RelayCloseCode.Ended);
        (await other.ReceiveAsync()).ShouldBe([5, 1]); // the last message still arrives
        await ShouldEndAsync(own, RelayCloseCode.Ended, other, RelayCloseCode.Ended, reason);
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task Run_PassesAnEndsVerdictOn_AndNamesIt(RelaySide side, RelayCloseCode verdict, RelayCloseReason reason)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(side);
        await own.CloseAsync(verdict);
        await ShouldEndAsync(own, verdict, other, verdict, reason);
    }

    public static TheoryData<RelaySide, RelayCloseCode, RelayCloseReason> Verdicts
    {
        get
        {
            (RelayCloseCode, RelayCloseReason)[] verdicts =
            [
                (RelayCloseCode.Malformed, RelayCloseReason.Malformed), (RelayCloseCode.TimedOut, RelayCloseReason.StepTimedOut),
                (RelayCloseCode.ContextChanged, RelayCloseReason.ContextDiffers), (RelayCloseCode.Version, RelayCloseReason.Outdated),
                (RelayCloseCode.SecurityCheck, RelayCloseReason.SecurityFailed),
            ];
            TheoryData<RelaySide, RelayCloseCode, RelayCloseReason> all = [];
            foreach (RelaySide side in Enum.GetValues<RelaySide>())
                foreach ((RelayCloseCode code, RelayCloseReason reason) in verdicts) all.Add(side, code, reason);
            return all;
        }
    }

    [Theory]
    [InlineData(RelaySide.Agent, RelayCloseReason.AgentLost)]
    [InlineData(RelaySide.Viewer, RelayCloseReason.ViewerLost)]
    public async Task Run_ClosesTheOtherWithLineLost_WhenALineIsCut(RelaySide side, RelayCloseReason reason)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(side);
        own.Cut();
        await ShouldEndAsync(null, null, other, RelayCloseCode.LineLost, reason);
    }

    [Fact]
    public async Task Run_ClosesTheOtherWithLineLost_WhenABrowserLeavesThePage()
    {
        (RelayClient viewer, RelayClient agent) = await ConnectBothAsync(RelaySide.Viewer);
        await viewer.CloseAsync((RelayCloseCode)WebSocketCloseStatus.EndpointUnavailable);
        await ShouldEndAsync(viewer, RelayCloseCode.LineLost, agent, RelayCloseCode.LineLost, RelayCloseReason.ViewerLost);
    }

    [Fact]
    [Trait("Abuse", "33")]
    public async Task Run_GivesBothOneReason_WhenBothCloseAtOnce()
    {
        for (int i = 0; i < 50; i++)
        {
            var rig = new RelayRig();
            (RelayClient agent, RelayClient viewer) = await rig.ConnectBothAsync();
            await Task.WhenAll(agent.CloseAsync(RelayCloseCode.Ended), viewer.CloseAsync(RelayCloseCode.Ended));
            await Task.WhenAll(agent.ReceiveCloseAsync(), viewer.ReceiveCloseAsync());
            RelayOutcome outcome = await agent.Outcome;
            outcome.Reason.ShouldBeOneOf(RelayCloseReason.EndedByAgent, RelayCloseReason.EndedByViewer);
            (await viewer.Outcome).ShouldBe(outcome);
            rig.HasRoom.ShouldBeFalse();
        }
    }

    [Theory]
    [Trait("Abuse", "2")]
    [InlineData(RelaySide.Agent)]
    [InlineData(RelaySide.Viewer)]
    public async Task Run_ClosesWithNotBinary_WhenMessageIsText(RelaySide side)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(side);
        await own.SendAsync("hello"u8.ToArray(), type: WebSocketMessageType.Text);
        await ShouldEndAsync(own, RelayCloseCode.NotBinary, other, RelayCloseCode.LineLost, RelayCloseReason.Malformed);
    }

    [Theory]
    [Trait("Abuse", "3")]
    [InlineData(RelaySide.Agent, (256 * 1024) + 30)]
    [InlineData(RelaySide.Viewer, (64 * 1024) + 30)]
    public async Task Run_ClosesWithTooBig_WhenMessageIsAByteTooLong(RelaySide side, int length)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(side);
        await own.SendAsync(new byte[length]);
        await ShouldEndAsync(own, RelayCloseCode.TooBig, other, RelayCloseCode.LineLost, RelayCloseReason.Limit);
    }

    [Fact]
    [Trait("Abuse", "4")]
    public async Task Run_ClosesWithTooBig_WhenFragmentsNeverEnd()
    {
        (RelayClient viewer, RelayClient agent) = await ConnectBothAsync(RelaySide.Viewer);
        for (int i = 0; i < 66; i++) await viewer.SendAsync(new byte[1000], last: false);
        await ShouldEndAsync(viewer, RelayCloseCode.TooBig, agent, RelayCloseCode.LineLost, RelayCloseReason.Limit);
    }

    [Fact]
    [Trait("Abuse", "5")]
    public async Task Run_ClosesWithMalformed_WhenMessageIsEmpty()
    {
        (RelayClient viewer, RelayClient agent) = await ConnectBothAsync(RelaySide.Viewer);
        await viewer.SendAsync([]);
        await ShouldEndAsync(viewer, RelayCloseCode.Malformed, agent, RelayCloseCode.LineLost, RelayCloseReason.Malformed);
    }

    [Theory]
    [Trait("Abuse", "5")]
    [InlineData(RelaySide.Agent)]
    [InlineData(RelaySide.Viewer)]
    public async Task Run_ClosesWithRate_WhenMessagesFlood(RelaySide side)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(side);
        for (int i = 0; i < 400; i++) await own.SendAsync([9]); // with the first one: 401, two seconds' worth and one
        await ShouldEndAsync(own, RelayCloseCode.Rate, other, RelayCloseCode.LineLost, RelayCloseReason.Limit);
    }

    [Fact]
    [Trait("Abuse", "1")]
    public async Task Run_EndsWithoutThrowing_WhenLineCarriesRandomBytes() =>
        await Gen.Byte.Array[0, 300].SampleAsync(async bytes =>
        {
            var rig = new RelayRig();
            (RelayClient agent, RelayClient viewer) = await rig.ConnectBothAsync();
            Task<RelayCloseCode?> closed = agent.ReceiveCloseAsync();
            await viewer.Line.WriteAsync(bytes);
            viewer.Cut();
            (await closed).ShouldNotBeNull();
            (await viewer.Outcome).ShouldBe(await agent.Outcome);
            rig.HasRoom.ShouldBeFalse();
        }, iter: 200);

    [Theory]
    [InlineData(RelaySide.Agent, RelayCloseReason.AgentLost)]
    [InlineData(RelaySide.Viewer, RelayCloseReason.ViewerLost)]
    public async Task Run_ClosesBothWithLineLost_WhenOneFallsSilent(RelaySide silent, RelayCloseReason reason)
    {
        (RelayClient own, RelayClient other) = await ConnectBothAsync(silent);
        Task<RelayCloseCode?> closed = own.ReceiveCloseAsync(), otherClosed = other.ReceiveCloseAsync();
        for (TimeSpan passed = TimeSpan.Zero; passed < _rig.Limits.Idle - TimeSpan.FromSeconds(5); passed += TimeSpan.FromSeconds(5))
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(5));
            await other.SendAsync([0x48]);
        }

        closed.IsCompleted.ShouldBeFalse();
        await _rig.PassUntilAsync(closed, TimeSpan.FromSeconds(1));
        (await closed).ShouldBe(RelayCloseCode.LineLost);
        (await otherClosed).ShouldBe(RelayCloseCode.LineLost);
        (await other.Outcome).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Run_GoesOn_WhileTheCustomerTypesTheNumberAndNeitherEndSpeaks()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(180)); // the verification number's step
        await agent.SendAsync([6]);
        (await viewer.ReceiveAsync()).ShouldBe([6]);
    }

    [Theory]
    [InlineData(RelaySide.Agent, RelayCloseReason.ViewerLost)]
    [InlineData(RelaySide.Viewer, RelayCloseReason.AgentLost)]
    public async Task Run_ClosesWithLineLost_WhenTheOtherEndNeverComes(RelaySide early, RelayCloseReason reason)
    {
        RelayClient client = _rig.Connect(early);
        Task<RelayCloseCode?> closed = client.ReceiveCloseAsync();
        _rig.Time.Advance(_rig.Limits.PeerWait - TimeSpan.FromSeconds(1));
        closed.IsCompleted.ShouldBeFalse();
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        (await closed).ShouldBe(RelayCloseCode.LineLost);
        (await client.Outcome).Reason.ShouldBe(reason);
        _rig.Rooms.IsThere(_rig.SessionId, early).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_EndsTheSession_WhenItHasLastedTwoHours()
    {
        var rig = new RelayRig(new RelayLimits { Idle = TimeSpan.FromHours(3) });
        (RelayClient agent, RelayClient viewer) = await rig.ConnectBothAsync();
        Task<RelayCloseCode?> closed = agent.ReceiveCloseAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(119.9));
        closed.IsCompleted.ShouldBeFalse();
        rig.Time.Advance(TimeSpan.FromMinutes(0.1));
        (await closed).ShouldBe(RelayCloseCode.TimeLimit);
        (await viewer.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.TimeLimit);
        (await agent.Outcome).Reason.ShouldBe(RelayCloseReason.TimeLimit);
    }

    private async Task ShouldEndAsync(RelayClient? own, RelayCloseCode? ownCode, RelayClient other, RelayCloseCode otherCode, RelayCloseReason reason)
    {
        Task<RelayCloseCode?> closed = other.ReceiveCloseAsync();
        if (own is not null) (await own.ReceiveCloseAsync()).ShouldBe(ownCode);
        (await closed).ShouldBe(otherCode);
        (await other.Outcome).Reason.ShouldBe(reason);
        if (own is not null) (await own.Outcome).Reason.ShouldBe(reason);
        if (own is not null) _rig.HasRoom.ShouldBeFalse();
    }

    private async Task<(RelayClient Own, RelayClient Other)> ConnectBothAsync(RelaySide own)
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        return own == RelaySide.Agent ? (agent, viewer) : (viewer, agent);
    }
}
