using ServiceDesk.Web.Features.Reports.Layout;

namespace ServiceDesk.Web.Tests.Features.Reports.Layout;

public sealed class PaginationTests
{
    private static readonly Column[] Columns = [new("Wann"), new("Was"), new("Dauer", AlignEnd: true)];

    [Fact]
    public void Table_RepeatsItsHead_OnEveryPageItGoesOnTo()
    {
        var table = new Table(Columns, Enumerable.Range(1, 120).Select(i => (string[])["23.11.2026", $"Sitzung {i}", "11 min"]));
        IReadOnlyList<string> pages = SampleReport.Pages(SampleReport.Write(table));

        pages.Count.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(page => page.Contains("Wann Was Dauer", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_GoesOnOverleaf_WhenOneCellIsLongerThanAPage()
    {
        var table = new Table(Columns, [["23.11.2026", string.Join(' ', Enumerable.Repeat("lang", 2_000)), "11 min"]]);
        IReadOnlyList<string> pages = SampleReport.Pages(SampleReport.Write(table));

        pages.Count.ShouldBeGreaterThan(1);
        pages.Sum(page => page.Split("lang").Length - 1).ShouldBe(2_000);
    }

    [Fact]
    public void Table_Refuses_WhenARowHasTooFewCells() =>
        Should.Throw<ArgumentException>(() => SampleReport.Write(new Table(Columns, [["23.11.2026"]])));

    [Fact]
    public void Row_MovesOverleafWhole_WhenItDoesNotFit()
    {
        var table = new Table(Columns, Enumerable.Range(1, 40).Select(i => (string[])["oben\nunten", $"A{i}\nB{i}\nC{i}", ""]));

        foreach (string page in SampleReport.Pages(SampleReport.Write(table)))
        {
            int tops = page.Split('A').Length;
            page.Split('C').Length.ShouldBe(tops);
        }
    }

    [Fact]
    public void Heading_GoesWithItsText_WhenItWouldBeTheLastOfAPage()
    {
        for (int lines = 46; lines < 52; lines++)
        {
            byte[] pdf = SampleReport.Write(
                new Paragraph(string.Join('\n', Enumerable.Repeat("Zeile", lines))), new Heading("Abschnitt"), new Paragraph("Danach"));
            string page = SampleReport.Pages(pdf).Single(text => text.Contains("Abschnitt", StringComparison.Ordinal));
            page.ShouldContain("Danach");
        }
    }

    [Fact]
    public void Heading_GoesWithTheFirstRow_WhenATableFollows()
    {
        for (int lines = 46; lines < 52; lines++)
        {
            byte[] pdf = SampleReport.Write(
                new Paragraph(string.Join('\n', Enumerable.Repeat("Zeile", lines))),
                new Heading("Abschnitt"),
                new Table(Columns, [["23.11.2026", "Sitzung", "11 min"]]));
            string page = SampleReport.Pages(pdf).Single(text => text.Contains("Abschnitt", StringComparison.Ordinal));
            page.ShouldContain("Wann Was Dauer");
            page.ShouldContain("11 min");
        }
    }

    [Fact]
    public void Paragraph_LeavesNoLineAlone_WhenItIsTornBetweenPages()
    {
        for (int before = 40; before < 50; before++)
        {
            string text = string.Join('\n', Enumerable.Range(1, 12).Select(i => $"Satz{i}"));
            byte[] pdf = SampleReport.Write(new Paragraph(string.Join('\n', Enumerable.Repeat("Zeile", before))), new Paragraph(text));
            SampleReport.Pages(pdf).Select(page => page.Split("Satz").Length - 1).ShouldNotContain(1);
        }
    }

    [Fact]
    public void Facts_StayTogether_WhenTheyFitOnAPage()
    {
        Fact[] facts = [.. Enumerable.Range(1, 8).Select(i => new Fact($"Angabe{i}", "Wert"))];
        byte[] pdf = SampleReport.Write(new Paragraph(string.Join('\n', Enumerable.Repeat("Zeile", 45))), new Facts(facts));

        SampleReport.Pages(pdf)[^1].Split("Angabe").Length.ShouldBe(9);
    }

    [Fact]
    public void Timeline_SplitsALongEntry_WhenItIsLongerThanAPage()
    {
        var moment = new Moment("23.11.2026 09:12", "Notiz", "Max Weber", string.Join('\n', Enumerable.Repeat("Zeile", 90)));
        IReadOnlyList<string> pages = SampleReport.Pages(SampleReport.Write(new Timeline([moment])));

        pages.Count.ShouldBe(2);
        pages.Sum(page => page.Split("Zeile").Length - 1).ShouldBe(90);
    }
}
