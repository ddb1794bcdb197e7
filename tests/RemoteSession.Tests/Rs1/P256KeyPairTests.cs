using CsCheck;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class P256KeyPairTests
{
    private const string Prime = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
    private const string Order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    [Fact]
    public void TryAgree_GivesBothTheSame_WhenPairsAreRandom() => Gen.Int.Sample(seed =>
    {
        var random = new SeededRandom(seed);
        P256KeyPair one = P256KeyPair.Create(random), other = P256KeyPair.Create(random);
        byte[] secret = new byte[32], same = new byte[32];
        return one.TryAgree(other.PublicKey, secret) && other.TryAgree(one.PublicKey, same) && secret.AsSpan().SequenceEqual(same);
    }, iter: 40);

    public static TheoryData<string> BadPoints => [.. Points()];

    [Theory]
    [MemberData(nameof(BadPoints))]
    public void TryAgree_IsFalse_WhenPointIsBad(string point) =>
        P256KeyPair.Create(new SeededRandom(1)).TryAgree(Convert.FromHexString(point), new byte[32]).ShouldBeFalse();

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", false)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", true)]
    [InlineData(Order, false)]
    public void TryFromPrivate_IsTrue_WhenKeyLiesInTheGroup(string key, bool inGroup) =>
        P256KeyPair.TryFromPrivate(Convert.FromHexString(key), out _).ShouldBe(inGroup);

    [Fact]
    public void Create_DrawsAgain_WhenDrawLiesOutsideTheGroup()
    {
        byte[] good = new SeededRandom(2).Bytes(32);
        P256KeyPair.TryFromPrivate(good, out P256KeyPair? expected).ShouldBeTrue();
        P256KeyPair.Create(new ToldRandom(new byte[32], Convert.FromHexString(Order), good)).PublicKey.SequenceEqual(expected!.PublicKey).ShouldBeTrue();
    }

    private static IEnumerable<string> Points()
    {
        string good = Convert.ToHexStringLower(P256KeyPair.Create(new SeededRandom(3)).PublicKey);
        yield return "";
        yield return "00";
        yield return good[..^2]; // short
        yield return good + "00";
        yield return "02" + good[2..66]; // compressed
        yield return "06" + good[2..]; // hybrid
        yield return "04" + new string('0', 128);
        yield return good[..^1] + (good[^1] == '0' ? '1' : '0'); // off the curve
        yield return "04" + Prime + good[66..]; // X is no field element
        yield return "04" + Prime[..^1] + "e" + Prime;
    }
}
