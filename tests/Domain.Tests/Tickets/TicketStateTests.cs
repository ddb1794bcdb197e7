using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketStateTests
{
    [Fact]
    public void MoveTo_WritesBothStates_WhenItMoves()
    {
        Ticket ticket = Sample.Ticket();

        ticket.MoveTo(TicketState.InWork, Sample.Bert, Times.Minute(3));

        TimelineEntry change = ticket.Timeline[^1];
        change.Kind.ShouldBe(TimelineKind.Change);
        change.Field.ShouldBe(TicketField.State);
        (change.OldId, change.OldText).ShouldBe(("0", "New"));
        (change.NewId, change.NewText).ShouldBe(("1", "InWork"));
        change.AuthorId.ShouldBe(Sample.Bert);
        change.StateAfter.ShouldBe(TicketState.InWork);
        ticket.UpdatedAt.ShouldBe(Times.Minute(3));
        ticket.Version.ShouldBe(2);
    }

    [Fact]
    public void MoveTo_NamesNobody_WhenTheDeskItselfMoves()
    {
        Ticket ticket = Sample.In(TicketState.Solved);

        ticket.MoveTo(TicketState.Closed, null, Times.Minute(9));

        ticket.Timeline[^1].AuthorId.ShouldBeNull();
    }

    [Fact]
    public void MoveTo_NotesWhen_WhenItIsSolved()
    {
        Ticket ticket = Sample.Ticket();

        ticket.MoveTo(TicketState.Solved, Sample.Anna, Times.Minute(4));

        ticket.SolvedAt.ShouldBe(Times.Minute(4));
    }

    [Fact]
    public void MoveTo_KeepsWhenItWasSolved_WhenItCloses()
    {
        Ticket ticket = Sample.Ticket();
        ticket.MoveTo(TicketState.Solved, Sample.Anna, Times.Minute(4));

        ticket.MoveTo(TicketState.Closed, null, Times.Minute(9));

        ticket.SolvedAt.ShouldBe(Times.Minute(4));
    }

    [Fact]
    public void MoveTo_ForgetsWhenItWasSolved_WhenItIsOpenedAgain()
    {
        Ticket ticket = Sample.In(TicketState.Solved);

        ticket.MoveTo(TicketState.InWork, Sample.Anna, Times.Minute(9));

        ticket.SolvedAt.ShouldBeNull();
    }

    [Fact]
    public void MoveTo_LiftsTheCallback_WhenItMovesOn()
    {
        Ticket ticket = Sample.In(TicketState.CallbackPromised);

        ticket.MoveTo(TicketState.InWork, Sample.Anna, Times.Minute(9));

        ticket.Callback.ShouldBeNull();
    }

    [Theory]
    [InlineData(TicketState.CallbackPromised)]
    [InlineData(TicketState.Merged)]
    public void MoveTo_Throws_WhenTheStateHasAVerbOfItsOwn(TicketState state) =>
        Should.Throw<ArgumentException>(() => Sample.Ticket().MoveTo(state, Sample.Anna, Times.Start));

    [Fact]
    public void MoveTo_BreaksTransition_WhenThereIsNoSuchState() =>
        ((Action)(() => Sample.Ticket().MoveTo((TicketState)42, Sample.Anna, Times.Start))).ShouldBreak("ticket.transition");
}
