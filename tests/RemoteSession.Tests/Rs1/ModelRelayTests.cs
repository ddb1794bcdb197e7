using Microsoft.Extensions.Time.Testing;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>What the commitment and the caps are worth: an attacker in the middle, with and without them.</summary>
public class ModelRelayTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Rs1Context _context = Ends.Context();

    [Fact]
    public void Relay_WinsAlways_WhenTheViewerSkipsTheCommitment() =>
        Enumerable.Range(0, 20).ShouldAllBe(seed => PlayAgainstCareless(seed));

    [Fact]
    public void Relay_NeverWins_WhenItChoosesAfterTheCommitment() =>
        Enumerable.Range(0, 20).ShouldAllBe(seed => !Play(seed, true, CloseCode.SecurityCheck));

    [Fact]
    public void Relay_HasOnlyChance_WhenItKeepsItsCommitment()
    {
        const int Rounds = 300;
        int won = Enumerable.Range(0, Rounds).Count(seed => Play(seed, false, null));
        won.ShouldBeInRange(0, 11); // 3 expected; 12 or more has a chance below 1 in 10,000, and the seeds are fixed
    }

    [Theory]
    [InlineData(3, 0.004, 0.016)] // the caps: 9 in a thousand
    [InlineData(50, 0.88, 0.96)] // without them
    public void SilentRetries_WinAsOftenAsTheCapsLet(int attempts, double least, double most)
    {
        const int Rounds = 4000;
        var random = new SeededRandom(attempts);
        int won = 0;
        for (int round = 0; round < Rounds; round++)
        {
            HashSet<string> atAgent = [.. Enumerable.Range(0, attempts).Select(_ => OfAThousand(random))];
            won += Enumerable.Range(0, attempts).Count(_ => atAgent.Contains(OfAThousand(random))) > 0 ? 1 : 0;
        }

        ((double)won / Rounds).ShouldBeInRange(least, most);
    }

    private bool PlayAgainstCareless(int seed)
    {
        var random = new SeededRandom(seed);
        var viewer = new CarelessViewer(_context, random);
        return new ModelRelay(_context, random).Wins(new HandshakeAgent(_context, _time, random), viewer.Receive, () => viewer.Number, choosesLate: true);
    }

    private bool Play(int seed, bool choosesLate, CloseCode? failure)
    {
        var random = new SeededRandom(seed);
        var viewer = new HandshakeViewer(_context, Grants.View, _time, random);
        bool wins = new ModelRelay(_context, random)
            .Wins(new HandshakeAgent(_context, _time, random), message => viewer.Receive(message), () => viewer.Number, choosesLate);
        viewer.Failure.ShouldBe(failure);
        return wins;
    }

    private static string OfAThousand(SeededRandom random) => VerificationNumber.From(random.Bytes(8), NumberLength.Six).Digits[^3..];
}
