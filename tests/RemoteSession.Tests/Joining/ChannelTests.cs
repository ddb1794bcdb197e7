using System.Security.Cryptography;
using CsCheck;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.RemoteSession.Tests.Joining;

public class ChannelTests
{
    private static readonly Gen<Channel> Channels = Gen.UInt[0, 99_999_999].Select(Channel.FromRandom);

    [Theory]
    [InlineData(572u, "000005724")] // the worked example of Damm's check digit: 572 → 4
    [InlineData(0u, "000000000")]
    public void FromRandom_AppendsDammDigit_WhenNumberIsKnown(uint number, string digits) =>
        Channel.FromRandom(number).Digits.ShouldBe(digits);

    [Fact]
    public void FromRandom_Throws_WhenNumberHasNineDigits() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Channel.FromRandom(100_000_000));

    [Fact]
    public void ToString_GroupsInThrees_WhenShown() =>
        Channel.FromRandom(572).ToString().ShouldBe("000 005 724");

    [Theory]
    [InlineData("000005724")]
    [InlineData(" 000 005 724 ")]
    [InlineData("000-005-724")]
    [InlineData("000.005.724")]
    [InlineData("000\u00A0005\u202F724")]
    [InlineData("000\u2011005\u2013724")]
    [InlineData("\uFF10\uFF10\uFF10\u3000\uFF10\uFF10\uFF15\u3000\uFF17\uFF12\uFF14")]
    public void TryParse_ReadsChannel_WhenTypedLikeThis(string text)
    {
        Channel.TryParse(text, out Channel channel).ShouldBeTrue();
        channel.ShouldBe(Channel.FromRandom(572));
    }

    [Theory]
    [Trait("Abuse", "45")]
    [InlineData("")]
    [InlineData("00000572")]
    [InlineData("0000057240")]
    [InlineData("000005725")]
    [InlineData("00000572x")]
    [InlineData("000,005,724")]
    [InlineData("٠٠٠٠٠٥٧٢٤")]
    [InlineData("-")]
    public void TryParse_IsFalse_WhenTextIsNoChannel(string text)
    {
        Channel.TryParse(text, out Channel channel).ShouldBeFalse();
        channel.ShouldBe(default);
    }

    [Fact]
    public void TryParse_ReturnsTheChannel_WhenItWasPrinted() => Channels.Sample(channel =>
        Channel.TryParse(channel.ToString(), out Channel again) && again == channel && channel.Digits.Length == 9);

    [Fact]
    [Trait("Abuse", "45")]
    public void TryParse_IsFalse_WhenOneDigitIsWrong() =>
        Gen.Select(Channels, Gen.Int[0, 8], Gen.Int[1, 9]).Sample((channel, place, by) =>
        {
            char[] digits = channel.Digits.ToCharArray();
            digits[place] = (char)('0' + ((digits[place] - '0' + by) % 10));
            return !Channel.TryParse(digits, out _);
        });

    [Fact]
    [Trait("Abuse", "45")]
    public void TryParse_IsFalse_WhenNeighboursAreSwapped() =>
        Gen.Select(Channels, Gen.Int[0, 7]).Sample((channel, place) =>
        {
            char[] digits = channel.Digits.ToCharArray();
            (digits[place], digits[place + 1]) = (digits[place + 1], digits[place]);
            return digits[place] == digits[place + 1] || !Channel.TryParse(digits, out _);
        });

    [Fact]
    public void Create_DrawsChannelsThatParse_WhenRandom()
    {
        using var random = RandomNumberGenerator.Create();
        var drawn = Enumerable.Range(0, 1000).Select(_ => Channel.Create(random)).ToHashSet();
        drawn.All(channel => Channel.TryParse(channel.Digits, out _)).ShouldBeTrue();
        drawn.Count.ShouldBeGreaterThan(990);
    }
}
