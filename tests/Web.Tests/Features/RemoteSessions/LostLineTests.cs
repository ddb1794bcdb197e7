using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

/// <summary>A verified session whose line is lost: over the real hub and the real relay, with two sockets.</summary>
public sealed class LostLineTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    [Trait("Abuse", "66")]
    public async Task LostLine_IsNotTheEnd_AndBothComeBackToTheSameSession()
    {
        await using Ends ends = await VerifiedAsync(desk);
        await ends.Session.ReportAsync(Grants.View | Grants.Control);

        ends.Agent.Abort();

        (await SessionDesk.CloseCodeAsync(ends.Viewer)).ShouldBe(RelayCloseCode.LineLost);
        RemoteSession lost = await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is not null);
        (lost.IsOpen, lost.Granted).ShouldBe((true, Grant.View));
        ReturnedLine line = (await ReturnAsync(ends.Session.Agent, ends.Id, ends.Session.Joined.ReturnToken)).ShouldNotBeNull();
        line.RelayPath.ShouldBe($"/relay/{ends.Id}");
        Task ready = ViewerReady(ends.Session.Agent);
        using ClientWebSocket agent = await desk.OpenRelayAsync(ends.Id, RelaySide.Agent, line.RelayToken), viewer = await desk.OpenViewerAsync(ends.Session);

        await ready.WaitAsync(Patience, SessionDesk.Cancel);
        await agent.SendAsync(new byte[7], WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        (await viewer.ReceiveAsync(new byte[100].AsMemory(), SessionDesk.Cancel)).Count.ShouldBe(7);
        RemoteSession back = await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is null);
        back.Events.Select(e => e.Kind).ShouldBe([SessionEventKind.Verified, SessionEventKind.LineLost, SessionEventKind.LineResumed]);
        desk.Get<SessionLines>().BytesCarried(ends.Id).ShouldBe(8); // one before, seven after
    }

    [Theory]
    [InlineData(RelaySide.Agent, SessionEnd.ViewerLost)]
    [InlineData(RelaySide.Viewer, SessionEnd.AgentLost)]
    [InlineData(null, SessionEnd.AgentLost)]
    public async Task LostLine_IsTheEnd_OfWhoeverIsNotBackInTime(RelaySide? back, SessionEnd end)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var own = SessionDesk.With(services => services.AddSingleton<TimeProvider>(time));
        await own.InitializeAsync();
        await using Ends ends = await VerifiedAsync(own);
        ends.Agent.Abort();
        await own.LoadWhenAsync(ends.Id, s => s.LineLostAt is not null);
        ReturnedLine line = (await ReturnAsync(ends.Session.Agent, ends.Id, ends.Session.Joined.ReturnToken))!;
        using ClientWebSocket? waiting = back switch
        {
            RelaySide.Agent => await own.OpenRelayAsync(ends.Id, RelaySide.Agent, line.RelayToken),
            RelaySide.Viewer => await own.OpenViewerAsync(ends.Session),
            _ => null,
        };
        while (back is { } side && !own.Get<RelayRooms>().IsThere(ends.Id, side)) await Task.Delay(10, SessionDesk.Cancel);
        var told = new TaskCompletionSource<SessionEndReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        ends.Session.Agent.On<SessionEndReason>(nameof(IAgentClient.Ended), told.SetResult);

        time.Advance(RemoteSession.LineMayBeAway - TimeSpan.FromSeconds(1));
        (await own.LoadAsync(ends.Id)).IsOpen.ShouldBeTrue();
        RemoteSession over = await own.LoadWhenAsync(ends.Id, s =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return !s.IsOpen;
        });

        over.End.ShouldBe(end);
        (await told.Task.WaitAsync(Patience, SessionDesk.Cancel)).ShouldBe(SessionEndReason.LineLost);
        if (waiting is not null) (await SessionDesk.CloseCodeAsync(waiting)).ShouldBe(RelayCloseCode.LineLost);
    }

    [Fact]
    public async Task LostLine_CanBeReplaced_ThoughTheHubLineBrokeWithIt()
    {
        await using Ends ends = await VerifiedAsync(desk);
        ends.Agent.Abort();
        await ends.Session.Agent.DisposeAsync();
        await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is not null);
        await using HubConnection anew = await desk.ConnectAgentAsync();
        Task ready = ViewerReady(anew);

        ReturnedLine line = (await ReturnAsync(anew, ends.Id, ends.Session.Joined.ReturnToken)).ShouldNotBeNull();
        using ClientWebSocket agent = await desk.OpenRelayAsync(ends.Id, RelaySide.Agent, line.RelayToken), viewer = await desk.OpenViewerAsync(ends.Session);

        await ready.WaitAsync(Patience, SessionDesk.Cancel);
        (await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is null)).IsOpen.ShouldBeTrue();
        await anew.InvokeAsync(nameof(IAgentHub.ReportGrants), Grants.View, Grants.Control, SessionDesk.Cancel);
    }

    [Fact]
    public async Task Return_TakesTheSessionOver_AndDropsTheConnectionBefore()
    {
        await using Ends ends = await VerifiedAsync(desk);
        var dropped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ends.Session.Agent.Closed += _ =>
        {
            dropped.SetResult();
            return Task.CompletedTask;
        };
        await using HubConnection anew = await desk.ConnectAgentAsync();
        var told = new TaskCompletionSource<SessionEndReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        anew.On<SessionEndReason>(nameof(IAgentClient.Ended), told.SetResult);
        Task ready = ViewerReady(anew);

        (await ReturnAsync(anew, ends.Id, ends.Session.Joined.ReturnToken)).ShouldNotBeNull();

        await dropped.Task.WaitAsync(Patience, SessionDesk.Cancel);
        await ready.WaitAsync(Patience, SessionDesk.Cancel); // both are on the relay all the time
        (await desk.LoadAsync(ends.Id)).IsOpen.ShouldBeTrue();
        await anew.InvokeAsync(nameof(IAgentHub.ReportNews), SessionNews.ProblemFound, SessionDesk.Cancel);
        await desk.Get<EndSession>().ExecuteAsync(ends.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        (await told.Task.WaitAsync(Patience, SessionDesk.Cancel)).ShouldBe(SessionEndReason.ConsultantEnded);
    }

    [Fact]
    [Trait("Abuse", "12")]
    public async Task Return_IsRefusedAlike_WhateverIsWrong()
    {
        await using Ends ends = await VerifiedAsync(desk);
        await using RunningSession unverified = await desk.RunAsync("Ben Roth");
        await using Ends over = await VerifiedAsync(desk);
        await desk.Get<EndSession>().ExecuteAsync(over.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        await using HubConnection stranger = await desk.ConnectAgentAsync();
        string token = ends.Session.Joined.ReturnToken;

        (await ReturnAsync(stranger, Guid.NewGuid(), token)).ShouldBeNull();
        (await ReturnAsync(stranger, ends.Id, over.Session.Joined.ReturnToken)).ShouldBeNull();
        (await ReturnAsync(stranger, ends.Id, null!)).ShouldBeNull();
        (await ReturnAsync(stranger, unverified.Id, unverified.Joined.ReturnToken)).ShouldBeNull();
        (await ReturnAsync(stranger, over.Id, over.Session.Joined.ReturnToken)).ShouldBeNull();

        desk.Get<FailedTries>().WaitOf(IPAddress.Loopback).ShouldNotBeNull("each of the five counts as a failed try");
        ReturnedLine line = (await ReturnAsync(ends.Session.Agent, ends.Id, token)).ShouldNotBeNull("a right token is not held off by others' tries");
        (await ReturnAsync(ends.Session.Agent, ends.Id, line.ReturnToken)).ShouldNotBeNull();
        (await ReturnAsync(ends.Session.Agent, ends.Id, token)).ShouldBeNull("its successor was used");
    }

    [Fact]
    public async Task Return_CanBeAskedForAgain_WhenItsAnswerGotLost()
    {
        await using Ends ends = await VerifiedAsync(desk);
        ends.Agent.Abort();
        await ReturnAsync(ends.Session.Agent, ends.Id, ends.Session.Joined.ReturnToken); // nobody reads the answer
        await ends.Session.Agent.DisposeAsync();
        await using HubConnection anew = await desk.ConnectAgentAsync();

        ReturnedLine line = (await ReturnAsync(anew, ends.Id, ends.Session.Joined.ReturnToken)).ShouldNotBeNull();

        using ClientWebSocket agent = await desk.OpenRelayAsync(ends.Id, RelaySide.Agent, line.RelayToken), viewer = await desk.OpenViewerAsync(ends.Session);
        (await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is null)).IsOpen.ShouldBeTrue();
        (await ReturnAsync(anew, ends.Id, line.ReturnToken)).ShouldNotBeNull("the new token is as good as if nothing had been lost");
    }

    [Theory]
    [InlineData(RelaySide.Agent)]
    [InlineData(RelaySide.Viewer)]
    public async Task Newcomer_ReplacesALineThatNobodyKnowsToBeDead_OnceTheSessionIsVerified(RelaySide side)
    {
        await using Ends ends = await VerifiedAsync(desk);
        ReturnedLine line = (await ReturnAsync(ends.Session.Agent, ends.Id, ends.Session.Joined.ReturnToken))!;
        Task<ClientWebSocket> AgentAsync() => desk.OpenRelayAsync(ends.Id, RelaySide.Agent, line.RelayToken);
        Task<ClientWebSocket> ViewerAsync() => desk.OpenViewerAsync(ends.Session);

        using ClientWebSocket first = await (side == RelaySide.Agent ? AgentAsync() : ViewerAsync());

        (await SessionDesk.CloseCodeAsync(ends.Agent)).ShouldBe(RelayCloseCode.LineLost);
        (await SessionDesk.CloseCodeAsync(ends.Viewer)).ShouldBe(RelayCloseCode.LineLost);
        await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is not null);
        using ClientWebSocket second = await (side == RelaySide.Agent ? ViewerAsync() : AgentAsync());
        (await desk.LoadWhenAsync(ends.Id, s => s.LineLostAt is null)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task ViewerReady_IsSaid_WhenBothEndsAreThereForTheFirstTime()
    {
        await using RunningSession session = await desk.RunAsync();
        Task ready = ViewerReady(session.Agent);
        using ClientWebSocket viewer = await desk.OpenViewerAsync(session), agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken);

        await ready.WaitAsync(Patience, SessionDesk.Cancel);
    }

    [Theory]
    [InlineData(RelayCloseCode.Malformed, SessionEnd.ProtocolError)]
    [InlineData(RelayCloseCode.TimedOut, SessionEnd.VerificationTimedOut)]
    [InlineData(RelayCloseCode.ContextChanged, SessionEnd.TextChanged)]
    [InlineData(RelayCloseCode.Version, SessionEnd.ProtocolError)]
    [InlineData(RelayCloseCode.SecurityCheck, SessionEnd.SecurityFailed)]
    public async Task Verdict_IsPassedOnAndRecorded_ThoughOnlyTheViewerNoticed(RelayCloseCode verdict, SessionEnd end)
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken), viewer = await desk.OpenViewerAsync(session);
        await CarryOneAsync(agent, viewer);

        await viewer.CloseOutputAsync((WebSocketCloseStatus)verdict, null, SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(verdict);
        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(end);
    }

    [Fact]
    public async Task Verdict_OfThreeWrongNumbers_IsRecordedAsSuch_ThoughTheAgentSaysNoMore()
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken), viewer = await desk.OpenViewerAsync(session);
        await CarryOneAsync(agent, viewer);
        for (int i = 0; i < RemoteSession.MostWrongNumbers; i++) await session.TellAsync(SessionNews.NumberWrong);

        await agent.CloseOutputAsync((WebSocketCloseStatus)RelayCloseCode.SecurityCheck, null, SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(viewer)).ShouldBe(RelayCloseCode.SecurityCheck);
        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.NumberWrong);
    }

    [Fact]
    public async Task AgentsWord_ClosesTheViewerWithItsCause_BeforeTheAgentsLineCloses()
    {
        await using RunningSession session = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken), viewer = await desk.OpenViewerAsync(session);
        await CarryOneAsync(agent, viewer);

        await session.Agent.InvokeAsync(nameof(IAgentHub.ReportEnd), SessionEndReason.SecurityFailed, SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(viewer)).ShouldBe(RelayCloseCode.SecurityCheck);
        (await desk.LoadAsync(session.Id)).End.ShouldBe(SessionEnd.SecurityFailed);
    }

    private static async Task<Ends> VerifiedAsync(SessionDesk desk)
    {
        RunningSession session = await desk.RunAsync();
        ClientWebSocket agent = await desk.OpenRelayAsync(session.Id, RelaySide.Agent, session.Joined.RelayToken), viewer = await desk.OpenViewerAsync(session);
        await CarryOneAsync(agent, viewer);
        await session.TellAsync(SessionNews.Verified);
        await session.ReportAsync(Grants.View);
        return new Ends(session, agent, viewer);
    }

    private static async Task CarryOneAsync(ClientWebSocket agent, ClientWebSocket viewer)
    {
        await agent.SendAsync(new byte[1], WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        await viewer.ReceiveAsync(new byte[10].AsMemory(), SessionDesk.Cancel);
    }

    private static Task<ReturnedLine?> ReturnAsync(HubConnection agent, Guid session, string token) =>
        agent.InvokeAsync<ReturnedLine?>(nameof(IAgentHub.Return), new ReturnOffer(session, token), SessionDesk.Cancel);

    private static Task ViewerReady(HubConnection agent)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        agent.On(nameof(IAgentClient.ViewerReady), () => { ready.TrySetResult(); });
        return ready.Task;
    }

    private sealed record Ends(RunningSession Session, ClientWebSocket Agent, ClientWebSocket Viewer) : IAsyncDisposable
    {
        public Guid Id => Session.Id;

        public async ValueTask DisposeAsync()
        {
            Agent.Dispose();
            Viewer.Dispose();
            await Session.DisposeAsync();
        }
    }
}
