using System.Buffers.Text;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

public class RelayTokensTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RelayTokens _tokens;
    private readonly Guid _session = Guid.NewGuid();

    public RelayTokensTests() => _tokens = new RelayTokens(_time);

    [Fact]
    public void Issue_GivesDifferent32Bytes_WhenCalled()
    {
        byte[][] tokens = [.. Enumerable.Range(0, 100).Select(_ => Issue(RelaySide.Agent))];
        tokens.ShouldAllBe(token => token.Length == 32);
        tokens.Select(Convert.ToHexString).Distinct().Count().ShouldBe(100);
    }

    [Fact]
    public void Redeem_IsGood_WhenTokenIsNew() =>
        _tokens.Redeem(Issue(RelaySide.Agent), _session, RelaySide.Agent).ShouldBeNull();

    [Fact]
    [Trait("Abuse", "12")]
    public void Redeem_Refuses_WhenTokenIsUsed()
    {
        byte[] token = Issue(RelaySide.Viewer);
        _tokens.Redeem(token, _session, RelaySide.Viewer).ShouldBeNull();
        _tokens.Redeem(token, _session, RelaySide.Viewer).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Abuse", "12")]
    public void Redeem_IsGoodOnce_WhenManyTryAtOnce()
    {
        byte[] token = Issue(RelaySide.Viewer);
        int redeemed = 0;
        Parallel.For(0, 64, _ =>
        {
            if (_tokens.Redeem(token, _session, RelaySide.Viewer) is null) Interlocked.Increment(ref redeemed);
        });
        redeemed.ShouldBe(1);
    }

    [Theory]
    [Trait("Abuse", "12")]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public void Redeem_LooksAtTheAge_WhenSecondsHavePassed(int seconds, bool good)
    {
        byte[] token = Issue(RelaySide.Agent);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        (_tokens.Redeem(token, _session, RelaySide.Agent) is null).ShouldBe(good);
    }

    [Fact]
    [Trait("Abuse", "98")]
    public void Redeem_Refuses_WhenClockIsSetBackAfterExpiry()
    {
        var clock = new SetBackClock();
        var tokens = new RelayTokens(clock);
        byte[] token = Base64Url.DecodeFromChars(tokens.Issue(_session, RelaySide.Agent, RelayTokens.DefaultLife));
        clock.Advance(RelayTokens.DefaultLife);
        clock.SetBack = TimeSpan.FromHours(1);
        tokens.Redeem(token, _session, RelaySide.Agent).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Abuse", "13")]
    public void Redeem_RefusesAndUsesTheTokenUp_WhenSideIsWrong()
    {
        byte[] token = Issue(RelaySide.Agent);
        _tokens.Redeem(token, _session, RelaySide.Viewer).ShouldNotBeNull();
        _tokens.Redeem(token, _session, RelaySide.Agent).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Abuse", "12")]
    public void Redeem_Refuses_WhenSessionIsAnother() =>
        _tokens.Redeem(Issue(RelaySide.Agent), Guid.NewGuid(), RelaySide.Agent).ShouldNotBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Redeem_Refuses_WhenTokenIsMadeUp(int length) =>
        _tokens.Redeem(new byte[length], _session, RelaySide.Agent).ShouldNotBeNull();

    [Fact]
    public void Revoke_MakesTokensOfThisSessionWorthless_WhenCalled()
    {
        byte[] token = Issue(RelaySide.Agent);
        Guid other = Guid.NewGuid();
        byte[] stays = Base64Url.DecodeFromChars(_tokens.Issue(other, RelaySide.Agent, RelayTokens.DefaultLife));
        _tokens.Revoke(_session);
        _tokens.Redeem(token, _session, RelaySide.Agent).ShouldNotBeNull();
        _tokens.Redeem(stays, other, RelaySide.Agent).ShouldBeNull();
    }

    [Fact]
    public void Issue_Throws_WhenLifeIsNone() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _tokens.Issue(_session, RelaySide.Agent, TimeSpan.Zero));

    private byte[] Issue(RelaySide side) => Base64Url.DecodeFromChars(_tokens.Issue(_session, side, RelayTokens.DefaultLife));

    private sealed class SetBackClock : FakeTimeProvider
    {
        public TimeSpan SetBack { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - SetBack;

        public override long GetTimestamp() => base.GetUtcNow().Ticks; // the monotonic clock is never set
    }
}
