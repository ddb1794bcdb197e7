using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Tests.Tickets;

public sealed class TicketCallbackTests
{
    [Fact]
    public void PromiseCallback_KeepsTheWindow_WhenItLiesAhead()
    {
        Ticket ticket = Sample.Ticket();

        ticket.PromiseCallback(Sample.Promise(60, 90), Sample.Anna, Times.Minute(1));

        ticket.State.ShouldBe(TicketState.CallbackPromised);
        ticket.Callback.ShouldBe(Sample.Promise(60, 90));
    }

    [Fact]
    public void PromiseCallback_WritesStateAndWindow_WhenItIsTheFirst()
    {
        Ticket ticket = Sample.Ticket();

        ticket.PromiseCallback(Sample.Promise(60, 90), Sample.Anna, Times.Minute(1));

        ticket.Timeline.Skip(1).Select(entry => entry.Field).ShouldBe([TicketField.State, TicketField.Callback]);
        TimelineEntry window = ticket.Timeline[^1];
        window.OldText.ShouldBeNull();
        window.NewText.ShouldBe("2026-03-02T10:00:00.0000000Z/2026-03-02T10:30:00.0000000Z");
        window.StateAfter.ShouldBe(TicketState.CallbackPromised);
    }

    [Fact]
    public void PromiseCallback_WritesOldAndNewWindow_WhenItIsPutOff()
    {
        Ticket ticket = Sample.In(TicketState.CallbackPromised);
        string? first = ticket.Timeline[^1].NewText;

        ticket.PromiseCallback(Sample.Promise(180, 200), Sample.Anna, Times.Minute(70));

        ticket.Callback.ShouldBe(Sample.Promise(180, 200));
        ticket.Timeline[^1].OldText.ShouldBe(first);
        ticket.Timeline.Count(entry => entry.Field == TicketField.State).ShouldBe(1);
    }

    [Fact]
    public void PromiseCallback_LeavesNoEntry_WhenTheSameWindowIsPromised()
    {
        Ticket ticket = Sample.In(TicketState.CallbackPromised);
        int version = ticket.Version;

        ticket.PromiseCallback(Sample.Promise(60, 90), Sample.Anna, Times.Minute(5));

        ticket.Version.ShouldBe(version);
    }

    [Fact]
    public void PromiseCallback_IsAllowed_WhenTheWindowIsAMomentOrHasBegun()
    {
        Sample.Ticket().PromiseCallback(Sample.Promise(60, 60), Sample.Anna, Times.Minute(1));
        Sample.Ticket().PromiseCallback(Sample.Promise(0, 60), Sample.Anna, Times.Minute(30));
    }

    [Theory]
    [InlineData(90, 60, 1)] // ends before it starts
    [InlineData(10, 30, 30)] // is just over
    [InlineData(10, 20, 30)] // is long over
    public void PromiseCallback_BreaksCallbackWindow_WhenTheWindowIsWrong(double from, double until, double now)
    {
        Ticket ticket = Sample.Ticket();

        ((Action)(() => ticket.PromiseCallback(Sample.Promise(from, until), Sample.Anna, Times.Minute(now)))).ShouldBreak("ticket.callback.window");

        ticket.State.ShouldBe(TicketState.New);
        ticket.Callback.ShouldBeNull();
    }
}
