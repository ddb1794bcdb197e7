using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class BeatSessionsTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Beat_NotesThatItRuns_WhileTheLineIsUp()
    {
        await using RunningSession running = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(running.Id, RelaySide.Agent, running.Joined.RelayToken);
        await agent.SendAsync(new byte[1000], WebSocketMessageType.Binary, true, SessionDesk.Cancel);
        while (desk.Get<RelayRooms>().BytesCarried(running.Id) == 0) await Task.Delay(10, SessionDesk.Cancel);
        FakeTimeProvider later = Later();

        await BeatAt(later).ExecuteAsync(SessionDesk.Cancel);

        RemoteSession stored = await desk.LoadAsync(running.Id);
        (stored.State, stored.LastSeenAt, stored.BytesCarried).ShouldBe((SessionState.AgentJoined, later.GetUtcNow().UtcDateTime, 1000));
    }

    [Fact]
    public async Task Beat_EndsASession_WhoseAgentNeverCameOnTheRelay()
    {
        await using RunningSession running = await desk.RunAsync();
        await BeatAt(After(RelayTokens.DefaultLife - TimeSpan.FromSeconds(30))).ExecuteAsync(SessionDesk.Cancel);
        (await desk.LoadAsync(running.Id)).IsOpen.ShouldBeTrue();

        await BeatAt(Later()).ExecuteAsync(SessionDesk.Cancel);

        (await desk.LoadAsync(running.Id)).End.ShouldBe(SessionEnd.AgentLost);
        desk.Get<SessionLines>().IsUp(running.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Beat_CutsTheLine_OfARecordThatEndedElsewhere()
    {
        await using RunningSession running = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(running.Id, RelaySide.Agent, running.Joined.RelayToken);
        await using (ServiceDeskDb db = await desk.OpenDatabaseAsync())
        {
            RemoteSession session = await db.RemoteSessions.SingleAsync(s => s.Id == running.Id, SessionDesk.Cancel);
            session.Finish(SessionEnd.ConsultantBarred, desk.Get<TimeProvider>().GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(SessionDesk.Cancel);
        }

        await BeatAt(desk.Get<TimeProvider>()).ExecuteAsync(SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(RelayCloseCode.EndedByDesk);
        desk.Get<SessionLines>().IsUp(running.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Beat_AbortsARecord_WhoseLineIsGone()
    {
        await using RunningSession running = await desk.RunAsync();
        SessionLines none = new(desk.Get<RelayRooms>(), desk.Get<RelayTokens>(), new ReturnTokens(), desk.Get<IHubContext<AgentHub, IAgentClient>>()); // as after an end that could not be saved

        await BeatAt(Later(), none).ExecuteAsync(SessionDesk.Cancel);

        (await desk.LoadAsync(running.Id)).End.ShouldBe(SessionEnd.Aborted);
    }

    [Fact]
    public async Task Beat_BringsARecordAndItsLineTogether_WhereALossWasNotSaved()
    {
        await using RunningSession running = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(running.Id, RelaySide.Agent, running.Joined.RelayToken);
        while (!desk.Get<SessionLines>().AgentHasCome(running.Id)) await Task.Delay(10, SessionDesk.Cancel);
        await running.TellAsync(SessionNews.Verified);
        TimeProvider now = desk.Get<TimeProvider>();

        await BeatAt(now).ExecuteAsync(SessionDesk.Cancel);
        (await desk.LoadAsync(running.Id)).LineLostAt.ShouldNotBeNull();
        using ClientWebSocket viewer = await desk.OpenViewerAsync(running);
        while (!desk.Get<SessionLines>().BothAreOnRelay(running.Id)) await Task.Delay(10, SessionDesk.Cancel);
        await BeatAt(now).ExecuteAsync(SessionDesk.Cancel);

        RemoteSession stored = await desk.LoadAsync(running.Id);
        (stored.IsOpen, stored.LineLostAt).ShouldBe((true, null));
        stored.Events.Select(e => e.Kind).ShouldBe([SessionEventKind.Verified, SessionEventKind.LineLost, SessionEventKind.LineResumed]);
    }

    [Fact]
    public async Task Beat_EndsASession_WhoseLineIsAwayForTooLong()
    {
        await using RunningSession running = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(running.Id, RelaySide.Agent, running.Joined.RelayToken);
        while (!desk.Get<SessionLines>().AgentHasCome(running.Id)) await Task.Delay(10, SessionDesk.Cancel);
        await running.TellAsync(SessionNews.Verified);
        await BeatAt(desk.Get<TimeProvider>()).ExecuteAsync(SessionDesk.Cancel);

        await BeatAt(After(RemoteSession.LineMayBeAway)).ExecuteAsync(SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(RelayCloseCode.LineLost);
        (await desk.LoadAsync(running.Id)).End.ShouldBe(SessionEnd.ViewerLost);
    }

    [Fact]
    public async Task Beat_EndsASession_ThatHasLastedAsLongAsOneMayOverSeveralLines()
    {
        await using RunningSession running = await desk.RunAsync();
        using ClientWebSocket agent = await desk.OpenRelayAsync(running.Id, RelaySide.Agent, running.Joined.RelayToken);
        await running.ReportAsync(Grants.View);
        while (!desk.Get<SessionLines>().AgentHasCome(running.Id)) await Task.Delay(10, SessionDesk.Cancel);

        await BeatAt(After(desk.Get<RelayLimits>().Session)).ExecuteAsync(SessionDesk.Cancel);

        (await SessionDesk.CloseCodeAsync(agent)).ShouldBe(RelayCloseCode.TimeLimit);
        (await desk.LoadAsync(running.Id)).End.ShouldBe(SessionEnd.TimeLimit);
    }

    [Fact]
    [Trait("Abuse", "92")]
    public async Task End_CutsTheLine_WhenTheDatabaseDoesNotAnswer()
    {
        await using RunningSession running = await desk.RunAsync();
        await using ServiceDeskDb db = await desk.OpenDatabaseAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER broken BEFORE UPDATE ON RemoteSessions BEGIN SELECT RAISE(ABORT, 'disk full'); END", SessionDesk.Cancel);

        await Should.ThrowAsync<NotSavedException>(desk.Get<EndSession>().ExecuteAsync(running.Id, DemoPeople.Max.Id, SessionDesk.Cancel));

        desk.Get<SessionLines>().IsUp(running.Id).ShouldBeFalse();
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER broken", SessionDesk.Cancel);
    }

    private BeatSessions BeatAt(TimeProvider time, SessionLines? lines = null) =>
        new(desk.Get<IDbContextFactory<ServiceDeskDb>>(), desk.Get<ChangeSession>(), lines ?? desk.Get<SessionLines>(),
            new SettleLine(desk.Get<ChangeSession>(), lines ?? desk.Get<SessionLines>(), time), desk.Get<RelayLimits>(), time);

    private FakeTimeProvider Later() => After(TimeSpan.FromMinutes(2));

    private FakeTimeProvider After(TimeSpan passed) => new(desk.Get<TimeProvider>().GetUtcNow() + passed);
}
