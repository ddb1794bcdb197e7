using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class StartSessionTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    private StartSession Start => desk.Get<StartSession>();

    [Fact]
    public async Task Start_OpensAChannelAndMovesTheTicketIntoWork()
    {
        StartedSession started = await desk.StartAsync();

        RemoteSession session = await desk.LoadAsync(started.Id);
        session.State.ShouldBe(SessionState.Waiting);
        session.ConsultantId.ShouldBe(DemoPeople.Max.Id);
        session.ChannelHash.ShouldBe(desk.Get<ChannelKey>().HashOf(started.Channel));
        TicketDetails ticket = (await desk.Get<TicketQueries>().FindAsync(new TicketNumber(started.Ticket), DemoPeople.Max.Id, SessionDesk.Cancel))!;
        ticket.State.ShouldBe(TicketState.InWork);
        ticket.Timeline.ShouldContain(entry => entry.SessionId == started.Id);
    }

    [Fact]
    [Trait("Abuse", "42")]
    public async Task Start_GivesTheSameSession_WhenItIsClickedTwiceAtOnce()
    {
        long ticket = await desk.OpenTicketAsync();

        Guid?[] started = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => Start.ExecuteAsync(ticket, i % 2 == 0 ? DemoPeople.Max.Id : DemoPeople.Lena.Id, SessionDesk.Cancel))));

        started.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        await using ServiceDeskDb db = await desk.OpenDatabaseAsync();
        (await db.RemoteSessions.CountAsync(session => session.TicketId == ticket, SessionDesk.Cancel)).ShouldBe(1);
        (await db.Timeline.CountAsync(entry => entry.TicketId == ticket && entry.SessionId != null, SessionDesk.Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Start_FindsNoTicket_WhenTheConsultantDoesNotWorkItsQueue()
    {
        long ticket = await desk.OpenTicketAsync();

        (await Start.ExecuteAsync(ticket, DemoPeople.Jan.Id, SessionDesk.Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Start_BreaksARule_WhenTheTicketIsSolved()
    {
        long ticket = await desk.OpenTicketAsync();
        await desk.Get<ChangeTicket>().MoveToAsync(ticket, TicketState.InWork, DemoPeople.Max.Id, SessionDesk.Cancel);
        await desk.Get<ChangeTicket>().MoveToAsync(ticket, TicketState.Solved, DemoPeople.Max.Id, SessionDesk.Cancel);

        (await Should.ThrowAsync<RuleBrokenException>(Start.ExecuteAsync(ticket, DemoPeople.Max.Id, SessionDesk.Cancel))).Rule.ShouldBe("ticket.session.closed");
    }

    [Fact]
    public async Task Start_DrawsAnotherChannel_AfterTheFirstEnded()
    {
        StartedSession first = await desk.StartAsync();
        await desk.Get<EndSession>().ExecuteAsync(first.Id, DemoPeople.Max.Id, SessionDesk.Cancel);

        Guid second = (await Start.ExecuteAsync(first.Ticket, DemoPeople.Max.Id, SessionDesk.Cancel))!.Value;

        second.ShouldNotBe(first.Id);
        desk.Get<OpenChannels>().Of(second).ShouldNotBe((Channel?)first.Channel);
        desk.Get<OpenChannels>().Of(first.Id).ShouldBeNull();
    }

    [Fact]
    public async Task Start_TellsThePages()
    {
        long ticket = await desk.OpenTicketAsync();
        int told = 0;
        using IDisposable listening = desk.Get<SessionChanges>().SubscribeTicket(ticket, () => Task.FromResult(++told));

        await Start.ExecuteAsync(ticket, DemoPeople.Max.Id, SessionDesk.Cancel);

        told.ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "14")]
    public async Task End_DoesNothing_ForSomebodyElse()
    {
        StartedSession session = await desk.StartAsync();

        (await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Lena.Id, SessionDesk.Cancel)).ShouldBeFalse();

        (await desk.LoadAsync(session.Id)).IsOpen.ShouldBeTrue();
    }
}
