using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class TurnsTests
{
    private readonly Turns _turns = new();

    [Fact]
    public async Task Enter_WaitsForTheOneBefore_WhenTheThingIsTheSame()
    {
        IDisposable first = await _turns.EnterAsync<Ticket>(7L, Cancel);
        Task<IDisposable> second = _turns.EnterAsync<Ticket>(7L, Cancel);
        second.IsCompleted.ShouldBeFalse();

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Enter_DoesNotWait_WhenTheThingIsAnother()
    {
        using IDisposable ticket = await _turns.EnterAsync<Ticket>(7L, Cancel);

        using IDisposable other = await _turns.EnterAsync<Ticket>(8L, Cancel);
        using IDisposable session = await _turns.EnterAsync<RemoteSession>(7L, Cancel);
    }

    [Fact]
    public async Task Enter_LetsTheNextIn_WhenOneGaveUpWaiting()
    {
        IDisposable first = await _turns.EnterAsync<Ticket>(7L, Cancel);
        using var patience = new CancellationTokenSource();
        Task<IDisposable> impatient = _turns.EnterAsync<Ticket>(7L, patience.Token);
        Task<IDisposable> third = _turns.EnterAsync<Ticket>(7L, Cancel);

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        first.Dispose();

        (await third).Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
