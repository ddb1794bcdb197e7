using ServiceDesk.Web.Features.Reports.Layout;

namespace ServiceDesk.Web.Tests.Features.Reports.Layout;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("Größe ÄÖÜß € – „Anführung“ …", "Größe ÄÖÜß € – „Anführung“ …")]
    [InlineData("Łukasz Çelik Новак Ελένη", "Łukasz Çelik Новак Ελένη")]
    [InlineData("Gro\u0308\u00DFe", "Größe")]
    [InlineData("12\u202Fkm 5\u2007€", "12\u00A0km 5\u00A0€")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("a\tb", "a b")]
    [InlineData("E\u00ADMail\u200B Co\u2011Pilot", "EMail Co-Pilot")]
    public void From_KeepsWhatIsMeant_WhenTheFontHasIt(string text, string expected) =>
        PrintableText.From(text, FontFace.Regular).ShouldBe(expected);

    [Theory]
    [InlineData("你好", "□□")]
    [InlineData("ok 👍🏽!", "ok □!")]
    [InlineData("👩‍👩‍👧‍👦", "□")]
    [InlineData("nul\0esc\u001B", "nul□esc□")]
    [InlineData("שלום", "□□□□")]
    public void From_ShowsABox_ForEachCharacterItCannotDraw(string text, string expected) =>
        PrintableText.From(text, FontFace.Regular).ShouldBe(expected);

    [Fact]
    public void From_ShowsABox_WhenHalfOfASurrogatePairIsMissing() =>
        PrintableText.From("a\uD83Db", FontFace.Bold).ShouldBe("a□b");

    [Fact]
    public void OneLineFrom_HasNoLineBreaks() =>
        PrintableText.OneLineFrom("a\r\nb", FontFace.Regular).ShouldBe("a b");
}
