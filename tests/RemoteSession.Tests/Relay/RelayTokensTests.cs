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
    public void TryRedeem_IsTrue_WhenTokenIsNew() =>
        _tokens.TryRedeem(Issue(RelaySide.Agent), _session, RelaySide.Agent).ShouldBeTrue();

    [Fact]
    [Trait("Abuse", "12")]
    public void TryRedeem_IsFalse_WhenTokenIsUsed()
    {
        byte[] token = Issue(RelaySide.Viewer);
        _tokens.TryRedeem(token, _session, RelaySide.Viewer).ShouldBeTrue();
        _tokens.TryRedeem(token, _session, RelaySide.Viewer).ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "12")]
    public void TryRedeem_IsTrueOnce_WhenManyTryAtOnce()
    {
        byte[] token = Issue(RelaySide.Viewer);
        int redeemed = 0;
        Parallel.For(0, 64, _ =>
        {
            if (_tokens.TryRedeem(token, _session, RelaySide.Viewer)) Interlocked.Increment(ref redeemed);
        });
        redeemed.ShouldBe(1);
    }

    [Theory]
    [Trait("Abuse", "12")]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public void TryRedeem_LooksAtTheAge_WhenSecondsHavePassed(int seconds, bool good)
    {
        byte[] token = Issue(RelaySide.Agent);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _tokens.TryRedeem(token, _session, RelaySide.Agent).ShouldBe(good);
    }

    [Fact]
    [Trait("Abuse", "98")]
    public void TryRedeem_IsFalse_WhenClockIsSetBackAfterExpiry()
    {
        var clock = new SetBackClock();
        var tokens = new RelayTokens(clock);
        byte[] token = Base64Url.DecodeFromChars(tokens.Issue(_session, RelaySide.Agent, RelayTokens.DefaultLife));
        clock.Advance(RelayTokens.DefaultLife);
        clock.SetBack = TimeSpan.FromHours(1);
        tokens.TryRedeem(token, _session, RelaySide.Agent).ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "13")]
    public void TryRedeem_IsFalseAndUsesTheTokenUp_WhenSideIsWrong()
    {
        byte[] token = Issue(RelaySide.Agent);
        _tokens.TryRedeem(token, _session, RelaySide.Viewer).ShouldBeFalse();
        _tokens.TryRedeem(token, _session, RelaySide.Agent).ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "12")]
    public void TryRedeem_IsFalse_WhenSessionIsAnother() =>
        _tokens.TryRedeem(Issue(RelaySide.Agent), Guid.NewGuid(), RelaySide.Agent).ShouldBeFalse();

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void TryRedeem_IsFalse_WhenTokenIsMadeUp(int length) =>
        _tokens.TryRedeem(new byte[length], _session, RelaySide.Agent).ShouldBeFalse();

    [Fact]
    public void Revoke_MakesTokensOfThisSessionWorthless_WhenCalled()
    {
        byte[] token = Issue(RelaySide.Agent);
        Guid other = Guid.NewGuid();
        byte[] stays = Base64Url.DecodeFromChars(_tokens.Issue(other, RelaySide.Agent, RelayTokens.DefaultLife));
        _tokens.Revoke(_session);
        _tokens.TryRedeem(token, _session, RelaySide.Agent).ShouldBeFalse();
        _tokens.TryRedeem(stays, other, RelaySide.Agent).ShouldBeTrue();
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
