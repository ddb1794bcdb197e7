using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class HistoryTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    private HistoryQueries Queries => desk.Get<HistoryQueries>();

    [Fact]
    public async Task Page_TellsWhoAndHowLong()
    {
        RunningSession session = await EndedAsync(Grants.View | Grants.Control);

        HistoryRow row = (await ShownAsync(new HistoryFilter(Ticket: Number(session)))).ShouldHaveSingleItem();

        row.Consultant.ShouldBe("Max Weber");
        row.Customer.ShouldBe("Anna Berg");
        row.End.ShouldBe(SessionEnd.CustomerEnded);
        row.Controlled.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Page_TellsHowItWasVerified()
    {
        await using RunningSession session = await desk.RunAsync();
        foreach (SessionNews news in (SessionNews[])[SessionNews.NumberWrong, SessionNews.Verified, SessionNews.ProblemFound]) await session.TellAsync(news);

        HistoryRow row = (await ShownAsync(new HistoryFilter(Ticket: Number(session)))).ShouldHaveSingleItem();

        (row.IsVerified, row.WrongNumbers, row.HasProblem).ShouldBe((true, 1, true));
    }

    [Fact]
    public async Task Page_KeepsToEachFilter()
    {
        RunningSession seen = await EndedAsync(Grants.View), controlled = await EndedAsync(Grants.View | Grants.Control);
        StartedSession open = await desk.StartAsync();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(desk.Get<TimeProvider>().GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).DateTime);

        (await IdsAsync(new HistoryFilter(Controlled: true))).ShouldContain(controlled.Id);
        (await IdsAsync(new HistoryFilter(Controlled: true))).ShouldNotContain(seen.Id);
        (await IdsAsync(new HistoryFilter(Controlled: false))).ShouldContain(seen.Id);
        (await IdsAsync(new HistoryFilter(EndedBy: SessionParty.Customer))).ShouldNotContain(open.Id);
        (await IdsAsync(new HistoryFilter(EndedBy: SessionParty.Consultant))).ShouldNotContain(seen.Id);
        (await IdsAsync(new HistoryFilter(Consultant: DemoPeople.Lena.Id))).ShouldBeEmpty();
        (await IdsAsync(new HistoryFilter(QueueKey: "session-tests"))).ShouldContain(open.Id);
        (await IdsAsync(new HistoryFilter(QueueKey: "mail"))).ShouldBeEmpty();
        (await IdsAsync(new HistoryFilter(From: today, To: today))).ShouldContain(open.Id);
        (await IdsAsync(new HistoryFilter(To: today.AddDays(-1)))).ShouldBeEmpty();
        (await IdsAsync(new HistoryFilter(Ticket: "nonsense"))).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "76")]
    public async Task Page_ShowsAConsultantOnlyTheirOwn()
    {
        StartedSession ofMax = await desk.StartAsync();

        (await Queries.PageAsync(new HistoryFilter(), null, DemoPeople.Lena.Id, ownOnly: true, SessionDesk.Cancel)).Rows.ShouldBeEmpty();
        (await Queries.PageAsync(new HistoryFilter(), null, DemoPeople.Max.Id, ownOnly: true, SessionDesk.Cancel)).Rows.ShouldContain(row => row.Id == ofMax.Id);
        (await Queries.PageAsync(new HistoryFilter(), null, DemoPeople.Jan.Id, ownOnly: false, SessionDesk.Cancel)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_GoesOnWhereTheLastEnded()
    {
        for (int i = 0; i <= HistoryQueries.PageSize; i++) await desk.StartAsync();

        HistoryPage first = await Queries.PageAsync(new HistoryFilter(), null, DemoPeople.Sabine.Id, false, SessionDesk.Cancel);
        HistoryPage second = await Queries.PageAsync(new HistoryFilter(), HistoryCursor.Parse(first.Next!.ToString()), DemoPeople.Sabine.Id, false, SessionDesk.Cancel);

        first.Rows.Count.ShouldBe(HistoryQueries.PageSize);
        second.Rows.ShouldNotBeEmpty();
        second.Rows.Select(row => row.Id).Intersect(first.Rows.Select(row => row.Id)).ShouldBeEmpty();
        first.Rows[^1].RequestedAt.ShouldBeGreaterThanOrEqualTo(second.Rows[0].RequestedAt);
    }

    [Theory]
    [InlineData("/sessions")]
    [InlineData("/sessions?consultant=d0000000-0000-4000-8000-000000000001&queue=vpn&ticket=K7-204&from=2026-11-01&to=2026-11-30&ended=customer&control=no")]
    public void Address_KeepsTheWholeFilter(string address)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri("http://desk" + address).Query);

        HistoryFilter.Parse(query["consultant"], query["queue"], query["ticket"], query["from"], query["to"], query["ended"], query["control"]).Address.ShouldBe(address);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1-00000000000000000000000000000000")]
    [InlineData("99999999999999999999-0")]
    public void Cursor_IsNothing_WhenItCannotBeRead(string text) => HistoryCursor.Parse(text).ShouldBeNull();

    private static string Number(RunningSession session) => new TicketNumber(session.Ticket).ToString();

    private async Task<IReadOnlyList<HistoryRow>> ShownAsync(HistoryFilter filter) =>
        (await Queries.PageAsync(filter, null, DemoPeople.Sabine.Id, ownOnly: false, SessionDesk.Cancel)).Rows;

    private async Task<IEnumerable<Guid>> IdsAsync(HistoryFilter filter) => (await ShownAsync(filter)).Select(row => row.Id);

    private async Task<RunningSession> EndedAsync(Grants granted)
    {
        RunningSession session = await desk.RunAsync();
        await session.ReportAsync(granted);
        await session.Agent.InvokeCoreAsync(nameof(IAgentHub.ReportEnd), typeof(object), [SessionEndReason.CustomerEnded], SessionDesk.Cancel);
        await session.DisposeAsync();
        return session;
    }
}
