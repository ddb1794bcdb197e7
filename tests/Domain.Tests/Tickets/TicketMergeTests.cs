using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketMergeTests
{
    [Fact]
    public void MergeInto_EndsThisTicket_WhenTheOtherIsOpen()
    {
        Ticket ticket = Sample.Stored(1), target = Sample.Stored(2);

        ticket.MergeInto(target, Sample.Bert, Times.Minute(2));

        ticket.State.ShouldBe(TicketState.Merged);
        ticket.MergedIntoId.ShouldBe(2);
        ticket.Timeline[^1].StateAfter.ShouldBe(TicketState.Merged);
    }

    [Fact]
    public void MergeInto_TellsTheOther_WhichTicketCame()
    {
        Ticket ticket = Sample.Stored(1), target = Sample.Stored(2);

        ticket.MergeInto(target, Sample.Bert, Times.Minute(2));

        TimelineEntry told = target.Timeline[^1];
        told.Kind.ShouldBe(TimelineKind.System);
        told.Text.ShouldBe(ticket.Number.ToString());
        told.AuthorId.ShouldBe(Sample.Bert);
        target.State.ShouldBe(TicketState.New);
        target.UpdatedAt.ShouldBe(Times.Minute(2));
    }

    [Fact]
    public void MergeInto_BreaksMergeSelf_WhenItIsTheSameTicket() =>
        ((Action)(() => Sample.Stored(1).MergeInto(Sample.Stored(1), Sample.Anna, Times.Start))).ShouldBreak("ticket.merge.self");

    [Theory]
    [InlineData(TicketState.Solved)]
    [InlineData(TicketState.Closed)]
    [InlineData(TicketState.Merged)]
    [InlineData(TicketState.Withdrawn)]
    public void MergeInto_BreaksMergeTarget_WhenTheOtherIsDone(TicketState state)
    {
        Ticket ticket = Sample.Stored(1);

        ((Action)(() => ticket.MergeInto(Sample.In(state, id: 2), Sample.Anna, Times.Minute(3)))).ShouldBreak("ticket.merge.target");

        ticket.State.ShouldBe(TicketState.New);
        ticket.MergedIntoId.ShouldBeNull();
    }

    [Fact]
    public void MergeInto_TellsTheOtherNothing_WhenThisTicketMayNotMerge()
    {
        Ticket target = Sample.Stored(2);

        ((Action)(() => Sample.In(TicketState.Closed).MergeInto(target, Sample.Anna, Times.Minute(3)))).ShouldBreak("ticket.transition");

        target.Timeline.Count.ShouldBe(1);
    }
}
