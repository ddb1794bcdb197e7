using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class SaveAgainTests
{
    private const int Tries = 8; // more than one drawn pause of zero

    [Fact]
    public async Task WhenSecondAsync_WaitsOnTheGivenClock_BeforeItTriesAgain()
    {
        var time = new FakeTimeProvider();
        int tries = 0;
        Task<int> saved = SaveAgain.WhenSecondAsync(() => ++tries < Tries ? throw new DbUpdateConcurrencyException() : Task.FromResult(tries), time, TestContext.Current.CancellationToken);
        saved.IsCompleted.ShouldBeFalse();

        while (!saved.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        (await saved).ShouldBe(Tries);
        (time.GetUtcNow() - time.Start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public async Task WhenSecondAsync_LetsEveryOtherFailureThrough() =>
        await Should.ThrowAsync<DbUpdateException>(SaveAgain.WhenSecondAsync<int>(() => throw new DbUpdateException(), TimeProvider.System, TestContext.Current.CancellationToken));
}
