using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class RecoveryTests : IAsyncLifetime
{
    private readonly TicketDesk _desk = new();
    private readonly string _keyFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "channel.key");
    private readonly OpenChannels _channels = new();

    private StartSession Start => new(_desk.Database, ChannelKey.LoadOrCreate(_keyFile), _channels, _desk.Turns, Changes, _desk.Time);
    private ChangeSession Change => new(_desk.Database, _desk.Turns, Changes, _channels, _desk.Time);
    private SessionChanges Changes => new(_desk.Changes);
    private DateTime Now => _desk.Time.GetUtcNow().UtcDateTime;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    [Fact]
    [Trait("Abuse", "34")]
    [Trait("Abuse", "35")]
    public async Task Abort_EndsWhatWasOpen_SinceItWasLastSeen()
    {
        Guid id = await StartAsync();
        _desk.Time.Advance(TimeSpan.FromMinutes(4));
        await Change.ExecuteAsync(id, Touch, Cancel);
        DateTime seen = Now;
        _desk.Time.Advance(TimeSpan.FromMinutes(30));

        (await new AbortOpenSessions(_desk.Database, _desk.Time).ExecuteAsync(Cancel)).ShouldBe(1);

        RemoteSession session = await LoadAsync(id);
        (session.State, session.End, session.EndedAt).ShouldBe((SessionState.Ended, SessionEnd.Aborted, seen));
    }

    [Fact]
    public async Task Abort_DoesNothing_WhenRunAgain()
    {
        await StartAsync();
        var abort = new AbortOpenSessions(_desk.Database, _desk.Time);
        await abort.ExecuteAsync(Cancel);

        (await abort.ExecuteAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Expire_EndsAChannelThatNobodyUsed_AfterTenMinutes()
    {
        Guid id = await StartAsync();
        var expire = new ExpireChannels(_desk.Database, Change, _desk.Time);
        _desk.Time.Advance(TimeSpan.FromMinutes(9));
        (await expire.ExecuteAsync(Cancel)).ShouldBe(0);
        _desk.Time.Advance(TimeSpan.FromMinutes(1));

        (await expire.ExecuteAsync(Cancel)).ShouldBe(1);

        (await LoadAsync(id)).End.ShouldBe(SessionEnd.Expired);
        _channels.Of(id).ShouldBeNull();
    }

    [Fact]
    public async Task Forget_DeletesTheHash_ADayAfterTheEnd()
    {
        Guid id = await StartAsync();
        await Change.ExecuteAsync(id, session => session.Finish(SessionEnd.CustomerDeclined, Now), Cancel);
        var forget = new ForgetChannels(_desk.Database, _desk.Time);
        _desk.Time.Advance(TimeSpan.FromHours(23));
        (await forget.ExecuteAsync(Cancel)).ShouldBe(0);
        _desk.Time.Advance(TimeSpan.FromHours(1));

        (await forget.ExecuteAsync(Cancel)).ShouldBe(1);

        (await LoadAsync(id)).ChannelHash.ShouldBeNull();
    }

    [Fact]
    public async Task Change_LetsTheEndStand_WhenAGrantArrivesAtTheSameTime()
    {
        Guid id = await StartAsync();
        ChangeSession change = Change;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i == 10
            ? change.ExecuteAsync(id, session => session.Finish(SessionEnd.CustomerEnded, Now), Cancel)
            : change.ExecuteAsync(id, session => session.IsOpen && Touch(session), Cancel))));

        (await LoadAsync(id)).End.ShouldBe(SessionEnd.CustomerEnded);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_keyFile)!, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private bool Touch(RemoteSession session)
    {
        session.OpenPage(Now);
        return true;
    }

    private async Task<Guid> StartAsync()
    {
        TicketNumber ticket = await _desk.OpenAsync("VPN breaks");
        return (await Start.ExecuteAsync(ticket.Id, _desk.Max, Cancel))!.Value;
    }

    private async Task<RemoteSession> LoadAsync(Guid id)
    {
        await using ServiceDeskDb db = _desk.Database.CreateDbContext();
        return (await db.RemoteSessions.FindAsync([id], Cancel))!;
    }
}
