using Microsoft.Extensions.Options;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Jobs;
using ServiceDesk.Web.Features.Tickets;
using ServiceDesk.Web.Tests.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.Jobs;

public sealed class CloseSolvedTicketsTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    private CloseSolvedTickets Close => new(desk.Database, desk.Changes, Options.Create(new JobOptions()), desk.Time);

    [Fact]
    public async Task Execute_ClosesATicket_WhenItWasSolvedSevenDaysAgo()
    {
        TicketNumber number = await SolvedAsync();
        desk.Time.Advance(TimeSpan.FromDays(7));
        long told = 0;
        using IDisposable listening = desk.Changes.Subscribe(id => Task.FromResult(told = id));

        await Close.ExecuteAsync(TestContext.Current.CancellationToken);

        TicketDetails ticket = (await desk.Queries.FindAsync(number, desk.Max, TestContext.Current.CancellationToken))!;
        ticket.State.ShouldBe(TicketState.Closed);
        ticket.Timeline.ShouldContain(entry => entry.NewText == nameof(TicketState.Closed) && entry.Author == null);
        told.ShouldBe(number.Id);
    }

    [Fact]
    public async Task Execute_LeavesATicketAlone_BeforeTheSeventhDayIsOver()
    {
        TicketNumber number = await SolvedAsync();
        desk.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));

        await Close.ExecuteAsync(TestContext.Current.CancellationToken);

        (await desk.Queries.FindAsync(number, desk.Max, TestContext.Current.CancellationToken))!.State.ShouldBe(TicketState.Solved);
    }

    [Fact]
    public async Task Execute_ClosesNothingTwice()
    {
        await SolvedAsync();
        desk.Time.Advance(TimeSpan.FromDays(8));
        await Close.ExecuteAsync(TestContext.Current.CancellationToken);

        (await Close.ExecuteAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private async Task<TicketNumber> SolvedAsync()
    {
        TicketNumber number = await desk.OpenAsync("Outlook asks for the password");
        await desk.Change.MoveToAsync(number.Id, TicketState.InWork, desk.Max, TestContext.Current.CancellationToken);
        await desk.Change.MoveToAsync(number.Id, TicketState.Solved, desk.Max, TestContext.Current.CancellationToken);
        return number;
    }
}
