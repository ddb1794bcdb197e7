using System.Globalization;
using System.Text;
using ServiceDesk.Web.Features.Reports.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ServiceDesk.Web.Tests.Features.Reports.Layout;

public sealed class PdfFileTests
{
    private const double Rounding = 0.5;

    [Fact]
    public void Write_GivesTheSameWordsBack_WhenTheyHaveUmlautsDashesAndEuro()
    {
        byte[] pdf = SampleReport.Write(new Paragraph("Grüße aus Köln – Übergröße kostet 12,50 € „heute“, sagt Łukasz Şahin"));

        SampleReport.Pages(pdf)[0].ShouldContain("Grüße aus Köln – Übergröße kostet 12,50 € „heute“, sagt Łukasz Şahin");
    }

    [Fact]
    public void Write_NumbersEveryPage_WhenThereAreSeveral()
    {
        IReadOnlyList<string> pages = SampleReport.Pages(SampleReport.Write(SampleReport.TimelineOf(40)));

        pages.Count.ShouldBe(3);
        pages[0].ShouldContain("Seite 1 von 3");
        pages[1].ShouldContain("Seite 2 von 3");
        pages[2].ShouldContain("Seite 3 von 3");
    }

    [Fact]
    public void Write_CarriesHeaderAndFooter_OnEveryPage()
    {
        IReadOnlyList<string> pages = SampleReport.Pages(SampleReport.Write(SampleReport.TimelineOf(40)));

        pages.ShouldAllBe(page => page.StartsWith("Rechenzentrum der Universität Würzburg Fall K7-204", StringComparison.Ordinal));
        pages.ShouldAllBe(page => page.Contains("Erstellt am 23.11.2026 um 09:31 Uhr", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_StaysInsideTheMargins_WhenTextsAreHostile()
    {
        string endless = new('W', 5_000);
        byte[] pdf = SampleReport.Write(
            SampleReport.Frame with { Institution = endless, Title = endless, Footer = endless },
            [
                new Heading(endless, HeadingLevel.Title),
                new Heading(endless),
                new Paragraph("https://example.org/" + endless),
                new Facts(new Fact(endless, endless), new Fact(endless, endless, Tone.Overdue)),
                new Table([new Column(endless[..40]), new Column("Anzahl", AlignEnd: true)], [[endless, endless]]),
                new Timeline([new Moment(endless, endless, endless, endless, Tone.Seen)]),
            ]);

        foreach (Letter letter in SampleReport.Letters(pdf))
        {
            letter.BoundingBox.Left.ShouldBeGreaterThanOrEqualTo(PageFormat.Left - Rounding);
            letter.BoundingBox.Right.ShouldBeLessThanOrEqualTo(PageFormat.Right + Rounding);
            letter.BoundingBox.Bottom.ShouldBeGreaterThanOrEqualTo(PageFormat.Height - PageFormat.FooterTop - 20);
            letter.BoundingBox.Top.ShouldBeLessThanOrEqualTo(PageFormat.Height - PageFormat.HeaderTop);
        }
    }

    [Fact]
    public void Write_SaysWhatItIs_ToAProgramThatAsks()
    {
        using PdfDocument document = PdfDocument.Open(SampleReport.Write(new Paragraph("Text")));

        document.Information.Title.ShouldBe("Fall K7-204");
        document.Information.Author.ShouldBe("Rechenzentrum der Universität Würzburg");
        document.Information.CreationDate.ShouldNotBeNull().ShouldStartWith("D:20261123083100");
        document.Structure.Catalog.CatalogDictionary.Data["Lang"].ToString().ShouldBe("(de-DE)");
        document.TryGetXmpMetadata(out XmpMetadata? metadata).ShouldBeTrue();
        Encoding.UTF8.GetString(metadata!.GetXmlBytes()).ShouldContain("<pdfaid:part>2</pdfaid:part>");
    }

    [Fact]
    public void Write_SpeaksEnglish_WhenTheFrameDoes()
    {
        PaperFrame english = SampleReport.Frame with
        {
            PageOf = (page, pages) => $"Page {page} of {pages}",
            Language = CultureInfo.GetCultureInfo("en"),
        };
        byte[] pdf = SampleReport.Write(english, [new Paragraph("Text")]);

        SampleReport.Pages(pdf).ShouldHaveSingleItem().ShouldContain("Page 1 of 1");
        Encoding.Latin1.GetString(pdf).ShouldContain("/Lang (en)");
    }

    [Fact]
    public void Write_GivesOneEmptyPage_WhenThereIsNothingToSay() =>
        SampleReport.Pages(SampleReport.Write()).ShouldHaveSingleItem().ShouldContain("Seite 1 von 1");

    [Fact]
    public void Write_HoldsEveryEntry_WhenThereAreFiveThousand()
    {
        byte[] pdf = SampleReport.Write(SampleReport.TimelineOf(5_000));

        IReadOnlyList<string> pages = SampleReport.Pages(pdf);
        pages[^1].ShouldContain($"Seite {pages.Count} von {pages.Count}");
        pages.Sum(page => page.Split("Eintrag ").Length - 1).ShouldBe(5_000);
        pdf.Length.ShouldBeLessThan(4_000_000);
    }

    [Fact]
    public void Write_FetchesNothing_WhenTheTextHoldsAddressesAndMarkup()
    {
        byte[] pdf = SampleReport.Write(new Paragraph("<img src=\"http://169.254.169.254/latest\"> ![x](file:///etc/passwd)"));

        SampleReport.Pages(pdf)[0].ShouldContain("<img src=\"http://169.254.169.254/latest\"> ![x](file:///etc/passwd)");
        Encoding.Latin1.GetString(pdf).ShouldNotContain("/URI");
    }

    [Fact]
    public void Write_Stops_WhenTheReaderHasGone()
    {
        using var file = new MemoryStream();
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Should.Throw<OperationCanceledException>(
            () => PdfFile.Write(file, SampleReport.Frame, [SampleReport.TimelineOf(5_000)], gone.Token));
        file.Length.ShouldBe(0);
    }
}
