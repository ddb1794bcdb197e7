using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Transport;

namespace ServiceDesk.CustomerAgent.Tests.Transport;

/// <summary>What the desk may not have saved is said again, in its order; what it never takes ends the session.</summary>
public sealed class ReportQueueTests : IAsyncLifetime
{
    private const int MostReportsOfTheServer = 400;

    private readonly FakeTimeProvider _time = new();
    private readonly List<(string Report, DateTimeOffset At)> _tries = [];
    private ReportQueue _queue = null!;
    private int _givenUp;

    public ValueTask InitializeAsync()
    {
        _queue = new ReportQueue(() => _givenUp++, _time);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    [Fact]
    public async Task Report_IsToldAgainAfterASecond_WhenTheDeskRefusedIt()
    {
        await UntilDoneAsync(_queue.Add(Tell("granted", refusals: 2)));
        _tries.Count.ShouldBe(3);
        (_tries[1].At - _tries[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (_tries[2].At - _tries[1].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        _givenUp.ShouldBe(0);
    }

    [Fact]
    public async Task Reports_KeepTheirOrder_WhenTheFirstIsRefused()
    {
        _ = _queue.Add(Tell("granted", refusals: 3));
        await UntilDoneAsync(_queue.Add(Tell("taken back")));
        _tries.Select(told => told.Report).ShouldBe(["granted", "granted", "granted", "granted", "taken back"]);
    }

    [Fact]
    public async Task Report_IsToldAgain_WhenTheDeskGivesNoAnswer()
    {
        int calls = 0;
        await UntilDoneAsync(_queue.Add(patience => ++calls < 3 ? Task.Delay(Timeout.InfiniteTimeSpan, patience) : Task.CompletedTask));
        calls.ShouldBe(3);
    }

    [Fact]
    public async Task Queue_GivesUp_WhenTheDeskRefusesForFiveMinutes_AndStaysFarBelowWhatTheServerCounts()
    {
        DateTimeOffset start = _time.GetUtcNow();
        await UntilDoneAsync(_queue.Add(Tell("granted", refusals: int.MaxValue)));
        _givenUp.ShouldBe(1);
        (_tries[^1].At - start).ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
        _tries.Count.ShouldBeLessThan(MostReportsOfTheServer / 5);
        await UntilDoneAsync(_queue.Add(Tell("taken back")));
        _tries[^1].Report.ShouldBe("taken back");
    }

    [Fact]
    public async Task Queue_GivesUp_WhenTheDeskCannotBeReachedForFiveMinutes()
    {
        await UntilDoneAsync(_queue.Add(_ => throw new TimeoutException("The desk is away.")));
        _givenUp.ShouldBe(1);
    }

    [Fact]
    public async Task End_IsTold_ThoughAReportBeforeItIsRefused()
    {
        Task refused = _queue.Add(Tell("granted", refusals: int.MaxValue));
        await Shell.UntilAsync(() => _tries.Count > 0, "a try");
        await _queue.AddEnd(Tell("end")).WaitAsync(TestContext.Current.CancellationToken); // at once: no time passes
        refused.IsCompleted.ShouldBeTrue();
        _tries[^1].Report.ShouldBe("end");
        _givenUp.ShouldBe(0);
    }

    [Fact]
    public async Task ReportsBeforeTheEnd_AreTold_WhenTheDeskIsAwayForAMoment()
    {
        int away = 2;
        _ = _queue.Add(patience => away-- > 0 ? throw new TimeoutException("The desk is away.") : Tell("granted")(patience));
        await UntilDoneAsync(_queue.AddEnd(Tell("end")));
        _tries.Select(told => told.Report).ShouldBe(["granted", "end"]);
    }

    private Func<CancellationToken, Task> Tell(string report, int refusals = 0) => _ =>
    {
        _tries.Add((report, _time.GetUtcNow()));
        return refusals-- > 0 ? throw new HubException("An unexpected error occurred.") : Task.CompletedTask;
    };

    private Task UntilDoneAsync(Task done) => Shell.UntilAsync(
        () =>
        {
            if (!done.IsCompleted)
                _time.Advance(TimeSpan.FromSeconds(1));
            return done.IsCompleted;
        },
        "the report");
}
