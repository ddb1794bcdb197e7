using System.Buffers.Binary;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class VerificationNumberTests
{
    [Theory]
    [InlineData(27984UL, NumberLength.Six, "027984", "027 984")]
    [InlineData(5_000_001UL, NumberLength.Six, "000001", "000 001")]
    [InlineData(5_000_001UL, NumberLength.Eight, "05000001", "0500 0001")]
    [InlineData(ulong.MaxValue, NumberLength.Six, "551615", "551 615")]
    public void From_IsTheRemainder_WithLeadingZeros(ulong drawn, NumberLength length, string digits, string spoken)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, drawn);
        var number = VerificationNumber.From(bytes, length);
        number.Digits.ShouldBe(digits);
        number.Spoken.ShouldBe(spoken);
    }

    [Theory]
    [InlineData("027984", true)]
    [InlineData(" 027 984 ", true)]
    [InlineData("0-2-7.984", true)]
    [InlineData("27984", false)]
    [InlineData("0279845", false)]
    [InlineData("O27984", false)]
    public void TryRead_IsTrue_WhenItIsSixDigits(string typed, bool read)
    {
        VerificationNumber.TryRead(typed, NumberLength.Six, out string digits).ShouldBe(read);
        if (read) digits.ShouldBe("027984");
    }

    [Fact]
    public void Numbers_AreEquallyLikely_WhenTranscriptsAreRandom()
    {
        const int Draws = 100_000, Boxes = 100;
        int[] first = new int[Boxes], last = new int[Boxes];
        byte[] agreed = new SeededRandom(5).Bytes(32), transcript = new byte[32];
        for (int i = 0; i < Draws; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(transcript, i);
            string digits = VerificationNumber.From(KeySchedule.Derive(agreed, transcript, "sas", 8), NumberLength.Six).Digits;
            first[int.Parse(digits[..2])]++;
            last[int.Parse(digits[^2..])]++;
        }

        // 99 degrees of freedom: above 149 in one of a thousand fair cases, and the draws are fixed.
        ChiSquare(first, Draws / Boxes).ShouldBeLessThan(149);
        ChiSquare(last, Draws / Boxes).ShouldBeLessThan(149);
    }

    private static double ChiSquare(int[] counts, double expected) => counts.Sum(count => (count - expected) * (count - expected) / expected);
}
