using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketOpeningTests
{
    [Fact]
    public void Open_KeepsWhatWasTakenDown_WhenAllIsGiven()
    {
        var intake = new PhoneIntake(7, "VPN breaks", "It breaks.", 3, TicketPriority.High, 5);

        Ticket ticket = Ticket.Open(intake, Sample.Anna, Times.Start);

        ticket.Title.ShouldBe("VPN breaks");
        ticket.CallerId.ShouldBe(7);
        ticket.QueueId.ShouldBe(3);
        ticket.Priority.ShouldBe(TicketPriority.High);
        ticket.CatalogueItemId.ShouldBe(5);
        ticket.State.ShouldBe(TicketState.New);
        ticket.OpenedAt.ShouldBe(Times.Start);
        ticket.UpdatedAt.ShouldBe(Times.Start);
        ticket.SolvedAt.ShouldBeNull();
        ticket.Callback.ShouldBeNull();
        ticket.MergedIntoId.ShouldBeNull();
    }

    [Fact]
    public void Open_GivesTheTicketToItsTaker_Always() => Sample.Ticket().OwnerId.ShouldBe(Sample.Anna);

    [Fact]
    public void Open_BeginsTheTimelineWithTheCall_Always()
    {
        Ticket ticket = Sample.Ticket(words: "It breaks.");

        TimelineEntry call = ticket.Timeline.ShouldHaveSingleItem();
        call.Kind.ShouldBe(TimelineKind.Call);
        call.Visibility.ShouldBe(TimelineVisibility.Internal);
        call.AuthorId.ShouldBe(Sample.Anna);
        call.At.ShouldBe(Times.Start);
        call.Text.ShouldBe("It breaks.");
        call.StateAfter.ShouldBe(TicketState.New);
        call.OwnerAfter.ShouldBe(Sample.Anna);
        call.QueueAfter.ShouldBe(1);
        ticket.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Open_LetsTheTitleStandForTheWords_WhenThereAreNone(string? words) =>
        Sample.Ticket("VPN breaks", words).Timeline[0].Text.ShouldBe("VPN breaks");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Open_TakesTheFirstLineAsTitle_WhenThereIsNone(string? title) =>
        Sample.Ticket(title, "\n Mail is full \r\nsince yesterday").Title.ShouldBe("Mail is full");

    [Fact]
    public void Open_ShortensTheFirstLine_WhenItIsTooLongForATitle()
    {
        string title = Sample.Ticket(null, new string('x', 500)).Title;

        title.Length.ShouldBe(Ticket.TitleLength);
        title.ShouldEndWith("x…");
    }

    [Fact]
    public void Open_CutsNoCharacterInTwo_WhenItShortensTheFirstLine()
    {
        string title = Sample.Ticket(null, new string('x', Ticket.TitleLength - 2) + "😀😀").Title;

        title.ShouldBe(new string('x', Ticket.TitleLength - 2) + "…");
    }

    [Fact]
    public void Open_KeepsTheFirstLineWhole_WhenItJustFits() =>
        Sample.Ticket(null, new string('x', Ticket.TitleLength) + "\nmore").Title.ShouldBe(new string('x', Ticket.TitleLength));

    [Fact]
    public void Open_BreaksTitleRequired_WhenThereAreNeitherTitleNorWords() =>
        ((Action)(() => Sample.Ticket(" ", "\n"))).ShouldBreak("ticket.title.required");

    [Fact]
    public void Open_BreaksTitleLength_WhenTheTitleIsTooLong() =>
        ((Action)(() => Sample.Ticket(new string('x', Ticket.TitleLength + 1)))).ShouldBreak("ticket.title.length");

    [Fact]
    public void Open_BreaksWordsLength_WhenTheWordsAreTooLong() =>
        ((Action)(() => Sample.Ticket(words: new string('x', Ticket.WordsLength + 1)))).ShouldBreak("ticket.words.length");

    [Fact]
    public void Open_Throws_WhenThePriorityIsUnknown() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Ticket.Open(Sample.Intake() with { Priority = (TicketPriority)9 }, Sample.Anna, Times.Start));
}
