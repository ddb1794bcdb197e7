using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class BeatSessionsTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Beat_NotesThatItRuns_WhileTheLineIsUp()
    {
        await using RunningSession running = await desk.RunAsync();
        FakeTimeProvider later = Later();

        await BeatAt(later).ExecuteAsync(SessionDesk.Cancel);

        (await desk.LoadAsync(running.Id)).LastSeenAt.ShouldBe(later.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Beat_AbortsARecord_WhoseLineIsGone()
    {
        await using RunningSession running = await desk.RunAsync();
        desk.Get<SessionLines>().Disconnect(running.Id); // as after an end that could not be saved

        await BeatAt(Later()).ExecuteAsync(SessionDesk.Cancel);

        (await desk.LoadAsync(running.Id)).End.ShouldBe(SessionEnd.Aborted);
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

    private BeatSessions BeatAt(TimeProvider time) => new(desk.Get<IDbContextFactory<ServiceDeskDb>>(), desk.Get<ChangeSession>(), desk.Get<SessionLines>(), time);

    private FakeTimeProvider Later() => new(desk.Get<TimeProvider>().GetUtcNow() + TimeSpan.FromMinutes(2));
}
