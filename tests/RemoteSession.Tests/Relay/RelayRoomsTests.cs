using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

public class RelayRoomsTests
{
    private readonly RelayRig _rig = new();

    [Theory]
    [Trait("Abuse", "10")]
    [Trait("Abuse", "11")]
    [InlineData(RelaySide.Agent)]
    [InlineData(RelaySide.Viewer)]
    public async Task Run_RefusesTheSecondAndKeepsTheFirst_WhenASideIsThereAlready(RelaySide side)
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        RelayClient second = _rig.Connect(side);
        (await second.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.SecondParticipant);
        (await second.Outcome).Reason.ShouldBe(RelayCloseReason.SecondParticipant);

        await agent.SendAsync([3]);
        (await viewer.ReceiveAsync()).ShouldBe([3]);
        _rig.HasRoom.ShouldBeTrue();
    }

    [Theory]
    [InlineData(RelaySide.Agent, RelayCloseReason.AgentLost)]
    [InlineData(RelaySide.Viewer, RelayCloseReason.ViewerLost)]
    public async Task Run_ReplacesALineThatNobodyKnowsToBeDead_WhenTheNewcomerMay(RelaySide side, RelayCloseReason lost)
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        (RelayClient dead, RelayClient other, RelaySide otherSide) =
            side == RelaySide.Agent ? (agent, viewer, RelaySide.Viewer) : (viewer, agent, RelaySide.Agent);

        RelayClient back = _rig.Connect(side, mayReplace: true);
        (await other.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.LineLost);
        (await dead.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.LineLost);
        RelayClient otherBack = _rig.Connect(otherSide, mayReplace: true);

        await back.SendAsync([3]);
        (await otherBack.ReceiveAsync()).ShouldBe([3]);
        (await dead.Outcome).ShouldBe(await other.Outcome);
        (await dead.Outcome).Reason.ShouldBe(lost);
        _rig.Heard.All.ShouldBe([null, await dead.Outcome, null]);
    }

    [Fact]
    public async Task Hearer_IsToldOnceOfEachRoom_BeforeAnybodyIsClosed()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        _rig.Heard.All.ShouldBe([null]);

        await viewer.CloseAsync(RelayCloseCode.Ended);
        await agent.ReceiveCloseAsync();

        _rig.Heard.All.ShouldBe([null, new RelayOutcome(RelayCloseReason.EndedByViewer, 1, 1)]);
        await Task.WhenAll(agent.Outcome, viewer.Outcome);
        _rig.Heard.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Close_ClosesBothWithTheCode_WhenTheDeskEnds()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        _rig.Rooms.Close(_rig.SessionId, RelayCloseCode.SecondParticipant);
        (await agent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.SecondParticipant);
        (await viewer.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.SecondParticipant);
        (await agent.Outcome).ShouldBe(new RelayOutcome(RelayCloseReason.ClosedByDesk, 1, 1));
        (await viewer.Outcome).Reason.ShouldBe(RelayCloseReason.ClosedByDesk);
        _rig.HasRoom.ShouldBeFalse();
    }

    [Fact]
    public async Task Close_ClosesTheEarlyEnd_WhenItWaitsAlone()
    {
        RelayClient agent = _rig.Connect(RelaySide.Agent);
        await agent.SendAsync([1]);
        _rig.Rooms.Close(_rig.SessionId, RelayCloseCode.Ended);
        (await agent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.Ended);
        (await agent.Outcome).Reason.ShouldBe(RelayCloseReason.ClosedByDesk);
    }

    [Fact]
    public void Close_DoesNothing_WhenThereIsNoSuchSession() => _rig.Rooms.Close(Guid.NewGuid(), RelayCloseCode.Ended);

    [Fact]
    public async Task Run_ClosesBothWithEndedByDesk_WhenTheServerStops()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        await _rig.ServerStop.CancelAsync();
        (await agent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.EndedByDesk);
        (await viewer.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.EndedByDesk);
        (await agent.Outcome).Reason.ShouldBe(RelayCloseReason.ClosedByDesk);
    }

    [Fact]
    public async Task Run_StartsAFreshRoom_WhenTheSessionsLastOneHasEnded()
    {
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        viewer.Cut();
        (await agent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.LineLost);
        await _rig.ConnectBothAsync();
        _rig.HasRoom.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_RefusesASession_WhenThereAreAsManyAsAllowed()
    {
        var rig = new RelayRig(new RelayLimits { Rooms = 0 });
        RelayClient agent = rig.Connect(RelaySide.Agent);
        (await agent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.Rate);
        (await agent.Outcome).Reason.ShouldBe(RelayCloseReason.Limit);
    }

    [Fact]
    public async Task Run_KeepsSessionsApart_WhenThereAreTwo()
    {
        Guid other = Guid.NewGuid();
        (RelayClient agent, RelayClient viewer) = await _rig.ConnectBothAsync();
        (RelayClient otherAgent, RelayClient otherViewer) = await _rig.ConnectBothAsync(other);
        await agent.SendAsync([11]);
        await otherAgent.SendAsync([12]);
        (await viewer.ReceiveAsync()).ShouldBe([11]);
        (await otherViewer.ReceiveAsync()).ShouldBe([12]);

        _rig.Rooms.Close(other, RelayCloseCode.Ended);
        (await otherAgent.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.Ended);
        await viewer.SendAsync([13]);
        (await agent.ReceiveAsync()).ShouldBe([13]);
    }

    [Fact]
    public async Task IsThere_AndBytesCarried_TellOfTheRoomThatRuns()
    {
        _rig.Rooms.IsThere(_rig.SessionId, RelaySide.Agent).ShouldBeFalse();
        RelayClient agent = _rig.Connect(RelaySide.Agent);
        _rig.Rooms.IsThere(_rig.SessionId, RelaySide.Agent).ShouldBeTrue();
        _rig.Rooms.IsThere(_rig.SessionId, RelaySide.Viewer).ShouldBeFalse();
        RelayClient viewer = _rig.Connect(RelaySide.Viewer);
        _rig.Rooms.IsThere(_rig.SessionId, RelaySide.Viewer).ShouldBeTrue();

        await agent.SendAsync([1, 2, 3]);
        await viewer.ReceiveAsync();
        _rig.Rooms.BytesCarried(_rig.SessionId).ShouldBe(3);

        agent.Cut();
        await viewer.ReceiveCloseAsync();
        _rig.Rooms.IsThere(_rig.SessionId, RelaySide.Viewer).ShouldBeFalse();
    }
}
