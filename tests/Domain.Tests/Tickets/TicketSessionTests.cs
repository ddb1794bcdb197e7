using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketSessionTests
{
    private static readonly Guid Session = Guid.Parse("c0000000-0000-0000-0000-00000000000c");

    [Fact]
    public void NoteSession_PutsTheTicketInWork_WhenItIsNew()
    {
        Ticket ticket = Sample.Ticket();

        ticket.NoteSession(Session, Sample.Anna, Times.Minute(2));

        ticket.State.ShouldBe(TicketState.InWork);
        ticket.Timeline.Skip(1).Select(entry => entry.Kind).ShouldBe([TimelineKind.Change, TimelineKind.Session]);
    }

    [Theory]
    [InlineData(TicketState.InWork)]
    [InlineData(TicketState.WaitingForCustomer)]
    [InlineData(TicketState.WaitingForThirdParty)]
    [InlineData(TicketState.CallbackPromised)]
    public void NoteSession_KeepsTheState_WhenTheTicketIsOpen(TicketState state)
    {
        Ticket ticket = Sample.In(state);

        ticket.NoteSession(Session, Sample.Anna, Times.Minute(2));

        ticket.State.ShouldBe(state);
        ticket.Timeline[^1].SessionId.ShouldBe(Session);
        ticket.Timeline[^1].AuthorId.ShouldBe(Sample.Anna);
        ticket.Timeline[^1].Text.ShouldBeNull();
    }

    [Theory]
    [InlineData(TicketState.Solved)]
    [InlineData(TicketState.Closed)]
    [InlineData(TicketState.Merged)]
    [InlineData(TicketState.Withdrawn)]
    public void NoteSession_BreaksSessionClosed_WhenTheTicketIsDone(TicketState state)
    {
        Ticket ticket = Sample.In(state);

        ((Action)(() => ticket.NoteSession(Session, Sample.Anna, Times.Minute(2)))).ShouldBreak("ticket.session.closed");

        ticket.Timeline.ShouldAllBe(entry => entry.SessionId == null);
    }
}
