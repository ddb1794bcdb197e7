using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.Tickets;

public sealed class OpenTicketTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task ExecuteAsync_SavesCallerTicketAndFirstEntry_WhenCallerIsNew()
    {
        TicketNumber number = await desk.Open.ExecuteAsync(
            new PhoneTicketForm(new Caller(null, "Paul Ott", "+49 89 90050 117"), "Outlook asks again", "Since Monday.", desk.Mail, TicketPriority.High, null), desk.Max, TestContext.Current.CancellationToken);

        TicketDetails ticket = (await desk.Queries.FindAsync(number, desk.Max, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        ticket.Title.ShouldBe("Outlook asks again");
        ticket.Caller.Name.ShouldBe("Paul Ott");
        ticket.Owner.ShouldBe("Max Weber");
        TimelineRow call = ticket.Timeline.ShouldHaveSingleItem();
        (call.Kind, call.Text, call.Author).ShouldBe((TimelineKind.Call, "Since Monday.", "Max Weber"));
    }

    [Fact]
    public async Task ExecuteAsync_SavesNothing_WhenTicketBreaksARule()
    {
        var form = new PhoneTicketForm(new Caller(null, "Nobody Kept"), " ", " ", desk.Mail, TicketPriority.Normal, null);

        RuleBrokenException broken = await Should.ThrowAsync<RuleBrokenException>(() => desk.Open.ExecuteAsync(form, desk.Max, TestContext.Current.CancellationToken));

        broken.Rule.ShouldBe("ticket.title.required");
        await using ServiceDeskDb db = desk.Database.CreateDbContext();
        (await db.People.AnyAsync(person => person.Name == "Nobody Kept", TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task ExecuteAsync_BreaksRule_WhenQueueIsNotTheConsultants()
    {
        var form = new PhoneTicketForm(new Caller(null, "Anna Berg"), "Locked", null, desk.Accounts, TicketPriority.Normal, null);

        RuleBrokenException broken = await Should.ThrowAsync<RuleBrokenException>(() => desk.Open.ExecuteAsync(form, desk.Max, TestContext.Current.CancellationToken));

        broken.Rule.ShouldBe("ticket.queue");
    }

    [Fact]
    public async Task ExecuteAsync_TellsOpenPages_WhenSaved()
    {
        var told = new List<long>();
        using IDisposable subscription = desk.Changes.Subscribe(id =>
        {
            told.Add(id);
            return Task.CompletedTask;
        });

        TicketNumber number = await desk.OpenAsync("Printer");

        told.ShouldBe([number.Id]);
    }
}
