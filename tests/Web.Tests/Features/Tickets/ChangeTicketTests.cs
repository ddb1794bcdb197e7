using ServiceDesk.Domain;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.Tickets;

public sealed class ChangeTicketTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task AssignAsync_KeepsBothNamesInTheTimeline_WhenOwnerChanges()
    {
        TicketNumber number = await desk.OpenAsync("VPN");

        (await desk.Change.AssignAsync(number.Id, desk.Lena, desk.Max, TestContext.Current.CancellationToken)).ShouldBeTrue();

        TimelineRow change = (await FindAsync(number)).Timeline[0];
        (change.Field, change.OldText, change.NewText).ShouldBe((TicketField.Owner, "Max Weber", "Lena Ott"));
    }

    [Fact]
    public async Task MoveToQueueAsync_HidesTheTicket_WhenTheConsultantIsNoMemberThere()
    {
        TicketNumber number = await desk.OpenAsync("Account");

        (await desk.Change.MoveToQueueAsync(number.Id, desk.Accounts, desk.Max, TestContext.Current.CancellationToken)).ShouldBeTrue();

        (await desk.Queries.FindAsync(number, desk.Max, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await desk.Queries.FindAsync(number, desk.Lena, TestContext.Current.CancellationToken)).ShouldNotBeNull().Queue.ShouldBe("Accounts");
    }

    [Fact]
    [Trait("Abuse", "76")]
    public async Task AddNoteAsync_AnswersFalse_WhenTicketBelongsToOthers()
    {
        TicketNumber number = await desk.OpenAsync("Secret", by: desk.Lena, queue: desk.Accounts);

        (await desk.Change.AddNoteAsync(number.Id, "peek", desk.Max, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task MoveToAsync_BreaksRule_WhenTableDoesNotAllowIt()
    {
        TicketNumber number = await desk.OpenAsync("Closed");
        await desk.Change.MoveToAsync(number.Id, TicketState.Withdrawn, desk.Max, TestContext.Current.CancellationToken);

        RuleBrokenException broken = await Should.ThrowAsync<RuleBrokenException>(
            () => desk.Change.MoveToAsync(number.Id, TicketState.InWork, desk.Max, TestContext.Current.CancellationToken));

        broken.Rule.ShouldBe("ticket.transition");
    }

    [Theory]
    [Trait("Abuse", "44")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AddNoteAsync_LosesNothing_WhenTwentyWriteAtOnce(bool eachOnANodeOfItsOwn)
    {
        TicketNumber number = await desk.OpenAsync("Busy");

        bool[] written = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            (eachOnANodeOfItsOwn ? desk.ChangeElsewhere : desk.Change).AddNoteAsync(number.Id, $"note {i}", desk.Max))));

        written.ShouldAllBe(done => done);
        TicketDetails ticket = await FindAsync(number);
        ticket.Timeline.Where(entry => entry.Kind == TimelineKind.Note).Select(entry => entry.Text)
            .ShouldBe(Enumerable.Range(0, 20).Select(i => $"note {i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task MergeAsync_PointsToTheOtherTicket_WhenItIsOpen()
    {
        TicketNumber first = await desk.OpenAsync("Mail down");
        TicketNumber second = await desk.OpenAsync("No mail");

        await desk.Change.MergeAsync(second.Id, first.ToString().ToLowerInvariant(), desk.Max, TestContext.Current.CancellationToken);

        TicketDetails merged = await FindAsync(second);
        (merged.State, merged.MergedInto).ShouldBe((TicketState.Merged, first));
        (await FindAsync(first)).Timeline[0].Text.ShouldBe(second.ToString());
    }

    [Fact]
    public async Task PromiseCallbackAsync_ShowsTheWindow_WhenItLiesAhead()
    {
        TicketNumber number = await desk.OpenAsync("Call me");
        DateTime from = desk.Time.GetUtcNow().UtcDateTime.AddHours(1);

        await desk.Change.PromiseCallbackAsync(number.Id, from, from.AddMinutes(30), desk.Max, TestContext.Current.CancellationToken);

        TicketDetails ticket = await FindAsync(number);
        (ticket.State, ticket.CallbackFrom, ticket.CallbackUntil).ShouldBe((TicketState.CallbackPromised, from, from.AddMinutes(30)));
    }

    private async Task<TicketDetails> FindAsync(TicketNumber number) =>
        (await desk.Queries.FindAsync(number, desk.Max, TestContext.Current.CancellationToken)).ShouldNotBeNull();
}
