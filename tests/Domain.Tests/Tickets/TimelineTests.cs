using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TimelineTests
{
    [Fact]
    public void Timeline_TellsTimeInState_WhenATicketHasComeFar()
    {
        Ticket ticket = Sample.Ticket();
        ticket.MoveTo(TicketState.InWork, Sample.Anna, Times.Minute(5));
        ticket.Assign(Sample.AnnaNamed, Sample.BertNamed, Sample.Anna, Times.Minute(10));
        ticket.MoveToQueue(Sample.Numbered(1, "Network"), Sample.Numbered(2, "Mail"), Sample.Bert, Times.Minute(20));
        ticket.MoveTo(TicketState.Solved, Sample.Bert, Times.Minute(30));

        ticket.Timeline.Select(entry => (entry.StateAfter, entry.OwnerAfter, entry.QueueAfter)).ShouldBe(
        [
            (TicketState.New, Sample.Anna, 1),
            (TicketState.InWork, Sample.Anna, 1),
            (TicketState.InWork, Sample.Bert, 1),
            (TicketState.InWork, Sample.Bert, 2),
            (TicketState.Solved, Sample.Bert, 2),
        ]);
    }

    [Fact]
    public void Version_RisesWithEachEntry_Always()
    {
        Ticket ticket = Sample.In(TicketState.CallbackPromised);
        ticket.AddNote("note", Sample.Anna, Times.Minute(2));
        ticket.NoteSession(Guid.NewGuid(), Sample.Anna, Times.Minute(3));

        ticket.Version.ShouldBe(ticket.Timeline.Count);
    }
}
