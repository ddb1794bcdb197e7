using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Transport;

namespace ServiceDesk.CustomerAgent.Tests.Transport;

/// <summary>The hub's line, closed at the worst of moments.</summary>
public sealed class WayBackTests
{
    private readonly FakeTimeProvider _time = new();
    private bool _isAway = true;
    private int _asked, _givenUp;

    [Fact]
    public async Task Come_AsksOnceASecond_WhenTheLineIsClosedAgainAsSoonAsItIsBack()
    {
        WayBack back = Back(() => _isAway);
        Task coming = back.ComeAsync();
        _asked.ShouldBe(1, "and then it rests");
        coming.IsCompleted.ShouldBeFalse();
        for (int second = 2; second <= 10; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Shell.UntilAsync(() => _asked >= second, "the next try");
            _asked.ShouldBe(second);
        }
        _isAway = false;
        _time.Advance(TimeSpan.FromSeconds(1));
        await coming.WaitAsync(TestContext.Current.CancellationToken);
        _givenUp.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Come_HearsAClose_RightAfterAnyOfItsLooksThatFoundTheLineThere(int look)
    {
        WayBack? back = null;
        bool IsAway()
        {
            bool wasAway = _isAway;
            if (!wasAway && --look == 0)
            {
                _isAway = true;
                _ = back!.ComeAsync();
            }
            return wasAway;
        }
        back = Back(IsAway, comesBack: true);
        await back.ComeAsync().WaitAsync(TestContext.Current.CancellationToken);
        _asked.ShouldBe(2);
        _isAway.ShouldBeFalse();
    }

    [Fact]
    public async Task Come_GivesUp_AfterAMinute()
    {
        Task coming = Back(() => _isAway && _givenUp == 0).ComeAsync();
        await Shell.UntilAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return coming.IsCompleted;
            },
            "the end");
        _givenUp.ShouldBe(1);
        _asked.ShouldBeInRange(1, 61);
    }

    private WayBack Back(Func<bool> isAway, bool comesBack = false) => new(
        isAway,
        () =>
        {
            _asked++;
            _isAway = !comesBack;
            return Task.CompletedTask;
        },
        () => _givenUp++, _time, CancellationToken.None);
}
