using System.Net.WebSockets;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Accounts.People;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Hosting;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class RelayTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Relay_CarriesOpaqueBytesBothWays()
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);
        byte[] picture = System.Security.Cryptography.RandomNumberGenerator.GetBytes(100_000), stroke = [0x40, 0x42, 0, 255];

        await agent.SendAsync(picture, WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        await viewer.SendAsync(stroke, WebSocketMessageType.Binary, true, SessionDesk.Cancel);

        (await ReceiveAsync(viewer)).ShouldBe(picture);
        (await ReceiveAsync(agent)).ShouldBe(stroke);
    }

    [Fact]
    public async Task Relay_RecordsWhoEndedIt_WhenTheViewerHangsUp()
    {
        await using RunningSession session = await desk.RunAsync();
        await session.ReportAsync(Grants.View);
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);
        await agent.SendAsync(new byte[1000], WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        await ReceiveAsync(viewer);

        await viewer.CloseAsync((WebSocketCloseStatus)RelayCloseCode.Ended, null, SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(RelayCloseCode.Ended);
        RemoteSession stored = await desk.LoadWhenAsync(session.Id, s => !s.IsOpen && s.BytesCarried > 0);
        stored.End.ShouldBe(SessionEnd.ConsultantEnded);
        stored.BytesCarried.ShouldBe(1000);
    }

    [Fact]
    public async Task Relay_KeepsTheAgentsWord_WhenTheAgentHangsUpAndThenSaysWhy()
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);

        await agent.CloseOutputAsync((WebSocketCloseStatus)RelayCloseCode.Ended, null, SessionDesk.Cancel);
        await session.Agent.InvokeCoreAsync(nameof(IAgentHub.ReportEnd), typeof(object), [SessionEndReason.CustomerDeclined], SessionDesk.Cancel);

        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.CustomerDeclined);
    }

    [Fact]
    public async Task Relay_RecordsTheCustomer_WhenTheAgentHangsUpWithoutAWord()
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);

        await agent.CloseOutputAsync((WebSocketCloseStatus)RelayCloseCode.Ended, null, SessionDesk.Cancel);

        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.CustomerEnded);
    }

    [Fact]
    [Trait("Abuse", "66")]
    public async Task Relay_RecordsALostLine_WhenTheAgentIsKilled()
    {
        RunningSession session = await desk.RunAsync();
        ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);

        agent.Abort();
        await session.Agent.DisposeAsync();

        (await SessionDesk.CloseCodeAsync(viewer)).ShouldBe(RelayCloseCode.LineLost);
        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.AgentLost);
    }

    [Fact]
    [Trait("Abuse", "66")]
    public async Task Relay_RecordsALostLine_WhenTheHubLineBreaksAndNoViewerIsThere()
    {
        RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        while (!desk.Get<SessionLines>().AgentHasCome(session.Id)) await Task.Delay(10, SessionDesk.Cancel);

        await session.DisposeAsync();

        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(RelayCloseCode.LineLost);
        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.AgentLost);
    }

    [Fact]
    public async Task Relay_GoesOn_WhenOnlyTheHubLineBreaks()
    {
        RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);
        await agent.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        await ReceiveAsync(viewer);

        await session.DisposeAsync();

        await agent.SendAsync(new byte[] { 2 }, WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        (await ReceiveAsync(viewer)).ShouldBe([2]);
        (await desk.LoadAsync(session.Id)).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [Trait("Abuse", "41")]
    [InlineData(false, SessionEnd.ConsultantBarred)]
    [InlineData(true, SessionEnd.ConsultantEnded)]
    public async Task Relay_IsCutAtOnce_WhenTheConsultantIsDisabledOrSignsOut(bool signsOut, SessionEnd end)
    {
        await using var own = SessionDesk.With(_ => { });
        await own.InitializeAsync();
        using Visitor consultant = await own.App.NewVisitorAsync(DemoPeople.Max);
        await using RunningSession session = await own.RunAsync();
        StartedSession waiting = await own.StartAsync("Ben Roth");
        await session.ReportAsync(Grants.View);
        using ClientWebSocket agent = await own.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await own.OpenViewerAsync(session);
        await agent.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        await ReceiveAsync(viewer);

        if (signsOut)
            (await consultant.SubmitToAsync("/account/password", "/account/sign-out")).Dispose();
        else
            await own.Get<OwnScope>().RunAsync<SetDeskPersonDisabled>(use => use.ExecuteAsync(DemoPeople.Max.Id, isDisabled: true));

        RelayCloseCode code = signsOut ? RelayCloseCode.Ended : RelayCloseCode.EndedByDesk;
        (await SessionDesk.CloseCodeAsync(viewer)).ShouldBe(code);
        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(code);
        (await own.LoadAsync(session.Id)).End.ShouldBe(end);
        (await own.LoadAsync(waiting.Id)).End.ShouldBe(end);
    }

    [Fact]
    [Trait("Abuse", "11")]
    public async Task Relay_RefusesASecondViewer_AndTheFirstGoesOn()
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket first = await desk.OpenViewerAsync(session);
        await first.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        await ReceiveAsync(agent);

        using ClientWebSocket second = await desk.OpenViewerAsync(session);

        (await SessionDesk.CloseCodeAsync(second)).ShouldBe(RelayCloseCode.SecondParticipant);
        await agent.SendAsync(new byte[] { 7 }, WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        (await ReceiveAsync(first)).ShouldBe([7]);
        (await desk.LoadAsync(session.Id)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "12")]
    public async Task Relay_RefusesATokenThatWasUsedOrNeverWas()
    {
        await using RunningSession session = await desk.RunAsync();
        string token = session.Joined.RelayToken;
        using ClientWebSocket good = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, token);
        using ClientWebSocket used = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, token);
        using ClientWebSocket made = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, new string('A', 43));

        (await SessionDesk.CloseCodeAsync(used)).ShouldBe(RelayCloseCode.Token);
        (await SessionDesk.CloseCodeAsync(made)).ShouldBe(RelayCloseCode.Token);
    }

    [Fact]
    [Trait("Abuse", "13")]
    public async Task Relay_RefusesAnAgentsTokenFromAViewer()
    {
        await using RunningSession session = await desk.RunAsync();

        using ClientWebSocket socket = await desk.OpenRelayAsync(session.Id, RelaySide.Viewer, session.Joined.RelayToken);

        (await SessionDesk.CloseCodeAsync(socket)).ShouldBe(RelayCloseCode.Role);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, SessionDesk.Cancel);
        await desk.LoggedAsync("Refused at the relay's door: Role");
    }

    [Fact]
    [Trait("Abuse", "39")]
    public async Task Relay_RefusesForeignPages()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(RelayDoor.Subprotocol);
        socket.Options.SetRequestHeader("Origin", "https://evil.example");

        await Should.ThrowAsync<WebSocketException>(socket.ConnectAsync(desk.RelayAddress(Guid.NewGuid()), SessionDesk.Cancel));
    }

    [Fact]
    [Trait("Abuse", "8")]
    public async Task Relay_RefusesTheTwentyFirstSilentSocketOfAnAddress()
    {
        List<ClientWebSocket> silent = [];
        for (int i = 0; i < 20; i++) silent.Add(await OpenSilentAsync());

        await Should.ThrowAsync<WebSocketException>(OpenSilentAsync());

        silent.ForEach(socket => socket.Abort());
        await desk.App.NewVisitor().GetAsync("/health/ready");
    }

    [Fact]
    [Trait("Abuse", "55")]
    public async Task Stop_CutsTheLineWithinTwoSeconds_WhenTheCustomerStopsOnThePage()
    {
        await using RunningSession session = await desk.RunAsync();
        await session.ReportAsync(Grants.View);
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session);

        using HttpResponseMessage answer = await session.Customer.SubmitAsync("/help/stop");

        answer.LeadsTo.ShouldBe("/help/status");
        (await SessionDesk.CloseCodeAsync(viewer).WaitAsync(TimeSpan.FromSeconds(2), SessionDesk.Cancel)).ShouldBe(RelayCloseCode.EndedByCustomer);
        (await desk.LoadAsync(session.Id)).End.ShouldBe(SessionEnd.CustomerEnded);
    }

    private async Task<ClientWebSocket> OpenSilentAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(RelayDoor.Subprotocol);
        await socket.ConnectAsync(desk.RelayAddress(Guid.NewGuid()), SessionDesk.Cancel);
        return socket;
    }

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[300_000];
        int length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), SessionDesk.Cancel);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return buffer[..length];
    }
}
