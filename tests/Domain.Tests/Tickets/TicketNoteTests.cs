using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketNoteTests
{
    [Fact]
    public void AddNote_WritesAnInternalEntry_WhenThereAreWords()
    {
        Ticket ticket = Sample.Ticket();

        ticket.AddNote(" Router restarted ", Sample.Bert, Times.Minute(5));

        TimelineEntry note = ticket.Timeline[^1];
        note.Kind.ShouldBe(TimelineKind.Note);
        note.Visibility.ShouldBe(TimelineVisibility.Internal);
        note.AuthorId.ShouldBe(Sample.Bert);
        note.At.ShouldBe(Times.Minute(5));
        note.Text.ShouldBe("Router restarted");
    }

    [Fact]
    public void AddNote_BringsTheTicketUp_WhenItIsWritten()
    {
        Ticket ticket = Sample.Ticket();

        ticket.AddNote("note", Sample.Anna, Times.Minute(5));

        ticket.UpdatedAt.ShouldBe(Times.Minute(5));
        ticket.Version.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void AddNote_IsAllowed_InEachState(TicketState state)
    {
        Ticket ticket = Sample.In(state);

        ticket.AddNote("afterwards", Sample.Anna, Times.Minute(9));

        ticket.Timeline[^1].Text.ShouldBe("afterwards");
        ticket.State.ShouldBe(state);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void AddNote_BreaksWordsRequired_WhenThereAreNone(string? words)
    {
        Ticket ticket = Sample.Ticket();

        ((Action)(() => ticket.AddNote(words, Sample.Anna, Times.Minute(5)))).ShouldBreak("ticket.words.required");

        ticket.Timeline.Count.ShouldBe(1);
        ticket.Version.ShouldBe(1);
    }

    public static TheoryData<TicketState> States => [.. Enum.GetValues<TicketState>()];
}
