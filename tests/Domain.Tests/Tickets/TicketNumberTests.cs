using CsCheck;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketNumberTests
{
    private static readonly Gen<long> Ids = Gen.OneOf(Gen.Long[1, 2_000], Gen.Long[1, 2_000_000], Gen.Long[1, 512_000_000_000_000 - 1]);

    [Theory]
    [InlineData(1)]
    [InlineData(204)]
    [InlineData(999)]
    public void ToString_BeginsWithK_WhenTheDeskIsYoung(long id) => new TicketNumber(id).ToString().ShouldStartWith("K");

    [Theory]
    [InlineData(204, "K5-204")]
    [InlineData(1_000, "A8-000")]
    [InlineData(19_999, "Z5-999")]
    [InlineData(20_000, "AK2-000")]
    public void ToString_ReadsAsSaid_ForKnownNumbers(long id, string said) => new TicketNumber(id).ToString().ShouldBe(said);

    [Fact]
    public void TryParse_GivesTheNumberBack_ForEachIdentity() => Ids.Sample(id =>
    {
        TicketNumber.TryParse(new TicketNumber(id).ToString(), out TicketNumber read).ShouldBeTrue();
        read.Id.ShouldBe(id);
    });

    [Fact]
    public void ToString_NeverCollides_WhenIdentitiesDiffer() =>
        Enumerable.Range(1, 50_000).Select(id => new TicketNumber(id).ToString()).ShouldBeUnique();

    [Fact]
    public void TryParse_FindsAWrongDigit_WhereverItIs() => Gen.Select(Ids, Gen.Int[1, 4], Gen.Char['0', '9']).Sample((id, place, digit) =>
    {
        string said = Plain(id);
        int at = said.Length - place;
        string misheard = said[..at] + digit + said[(at + 1)..];

        TicketNumber.TryParse(misheard, out _).ShouldBe(misheard == said);
    });

    [Fact]
    public void TryParse_FindsTwoNeighboursSwapped_WhereverTheyAre() => Gen.Select(Ids, Gen.Int[2, 4]).Sample((id, place) =>
    {
        string said = Plain(id);
        int at = said.Length - place;
        string swapped = said[..at] + said[at + 1] + said[at] + said[(at + 2)..];

        TicketNumber.TryParse(swapped, out _).ShouldBe(swapped == said);
    });

    [Fact]
    public void TryParse_IsPatient_WithCaseSpacesAndHyphen()
    {
        string said = new TicketNumber(1_204).ToString();

        foreach (string typed in (string[])[said.ToLowerInvariant(), $"  {said} ", said.Replace("-", "", StringComparison.Ordinal), string.Join(' ', said.ToCharArray())])
        {
            TicketNumber.TryParse(typed, out TicketNumber read).ShouldBeTrue(typed);
            read.Id.ShouldBe(1_204);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K")]
    [InlineData("5204")] // no letter
    [InlineData("K5-20")] // too short
    [InlineData("K5-2040")] // too long
    [InlineData("KK5-204")] // a letter that says nothing
    [InlineData("I5-204")] // a letter that is not used
    [InlineData("Ä5-204")]
    [InlineData("K٥-204")] // a digit of another script
    [InlineData("K0-000")] // there is no ticket zero
    [InlineData("AAAAAAAAAA1-000")] // ten letters
    public void TryParse_Refuses_WhenItIsNoNumber(string? typed)
    {
        TicketNumber.TryParse(typed, out TicketNumber number).ShouldBeFalse();
        number.ShouldBe(default);
    }

    private static string Plain(long id) => new TicketNumber(id).ToString().Replace("-", "", StringComparison.Ordinal);
}
