using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class ChangeSessionTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    private readonly SessionChanges _changes = new(desk.Changes);
    private readonly OpenChannels _channels = new();
    private readonly Guid _id = Guid.NewGuid();

    private ChangeSession Change => new(desk.Database, desk.Turns, _changes, _channels, desk.Time);
    private DateTime Now => desk.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Execute_AsksTheVerbAgain_WhenOtherNodesWereFirst()
    {
        await RequestAsync();
        List<SessionState> seen = [];

        bool opened = await Change.ExecuteAsync(_id, async (session, _) =>
        {
            seen.Add(session.State);
            session.OpenPage(Now);
            if (seen.Count <= 12) await OnAnotherNodeAsync(seen.Count % 2 == 0 ? SessionState.Waiting : SessionState.PageOpened);
            return true;
        }, Cancel);

        opened.ShouldBeTrue();
        seen.Count.ShouldBe(13);
    }

    [Fact]
    public async Task Execute_LetsTheEndStand_WhenItCameOnAnotherNode()
    {
        await RequestAsync();
        bool isFirst = true;

        bool opened = await Change.ExecuteAsync(_id, async (session, _) =>
        {
            if (!session.IsOpen) return false;
            session.OpenPage(Now);
            if (isFirst) await OnAnotherNodeAsync(SessionState.Ended);
            isFirst = false;
            return true;
        }, Cancel);

        opened.ShouldBeFalse();
        (await LoadAsync()).State.ShouldBe(SessionState.Ended);
    }

    [Fact]
    public async Task Execute_WakesNoPage_WhenTheSessionOnlyStillRuns()
    {
        await RequestAsync();
        await OnAnotherNodeAsync(SessionState.Active);
        int told = 0;
        using IDisposable page = _changes.SubscribeSession(_id, () =>
        {
            told++;
            return Task.CompletedTask;
        });
        desk.Time.Advance(TimeSpan.FromSeconds(15));

        await Change.ExecuteAsync(_id, Beat, Cancel);
        told.ShouldBe(0);
        (await LoadAsync()).LastSeenAt.ShouldBe(Now);

        await Change.ExecuteAsync(_id, session => session.Finish(SessionEnd.ConsultantEnded, Now), Cancel);
        told.ShouldBe(1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private bool Beat(RemoteSession session)
    {
        session.StillRuns(1000, Now);
        return true;
    }

    private async Task RequestAsync()
    {
        TicketNumber ticket = await desk.OpenAsync("VPN breaks");
        await using ServiceDeskDb db = desk.Database.CreateDbContext();
        db.Add(RemoteSession.Request(_id, ticket.Id, desk.Max, Guid.NewGuid().ToByteArray().Concat(new byte[16]).ToArray(), Now));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task OnAnotherNodeAsync(SessionState state)
    {
        await using ServiceDeskDb db = desk.Database.CreateDbContext();
        await db.RemoteSessions.Where(s => s.Id == _id).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, state), Cancel);
    }

    private async Task<RemoteSession> LoadAsync()
    {
        await using ServiceDeskDb db = desk.Database.CreateDbContext();
        return (await db.RemoteSessions.FindAsync([_id], Cancel))!;
    }
}
