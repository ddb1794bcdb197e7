using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Demo;
using ServiceDesk.Web.Features.People;
using ServiceDesk.Web.Features.Tickets;

namespace ServiceDesk.Web.Tests.Features.Tickets;

public sealed class TicketQueriesTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task PageAsync_WalksEachTicketOnceNewestFirst_WhenThereAreSeveralPages()
    {
        var opened = new List<long>();
        for (int i = 0; i < TicketQueries.PageSize + 7; i++) opened.Add((await desk.OpenAsync($"Walk {i}", caller: "Walker")).Id);
        var filter = new TicketFilter(TicketView.Team, Text: "Walk ");

        TicketListPage first = await desk.Queries.PageAsync(filter, null, desk.Max, TestContext.Current.CancellationToken);
        TicketListPage second = await desk.Queries.PageAsync(filter, TicketCursor.Parse(first.Next!.ToString()), desk.Max, TestContext.Current.CancellationToken);

        first.Rows.Count.ShouldBe(TicketQueries.PageSize);
        second.Next.ShouldBeNull();
        first.Rows.Concat(second.Rows).Select(row => row.Id).ShouldBe(opened.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task PageAsync_FindsByNumberTitleAndCaller_WhenTextIsGiven()
    {
        TicketNumber number = await desk.OpenAsync("Beamer im Hörsaal", caller: "Klara Østergaard");

        foreach (string text in new[] { number.ToString(), "Hörsaal", "klara" })
        {
            TicketListPage page = await desk.Queries.PageAsync(new TicketFilter(TicketView.Mine, Text: text), null, desk.Max, TestContext.Current.CancellationToken);
            page.Rows.ShouldHaveSingleItem().Id.ShouldBe(number.Id, text);
        }
    }

    [Fact]
    public async Task PageAsync_ShowsNothingOfOtherQueues_WhenConsultantIsNoMember()
    {
        await desk.OpenAsync("Hidden away", by: desk.Lena, queue: desk.Accounts);

        TicketListPage page = await desk.Queries.PageAsync(new TicketFilter(TicketView.Team, Text: "Hidden"), null, desk.Max, TestContext.Current.CancellationToken);

        page.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task RowAsync_AnswersNull_WhenTicketLeftTheList()
    {
        TicketNumber number = await desk.OpenAsync("Leaves");
        var mine = new TicketFilter(TicketView.Mine);
        (await desk.Queries.RowAsync(mine, number.Id, desk.Max, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        await desk.Change.AssignAsync(number.Id, null, desk.Max, TestContext.Current.CancellationToken);

        (await desk.Queries.RowAsync(mine, number.Id, desk.Max, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await desk.Queries.RowAsync(mine with { View = TicketView.Unassigned }, number.Id, desk.Max, TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("berg")]
    [InlineData("90050 204")]
    [InlineData("0204")]
    [InlineData("Brunhild")]
    public async Task FindAsync_FindsTheCaller_WhenNamePartOrDigitsAreTyped(string typed)
    {
        await desk.OpenAsync("Known", caller: "Brunhild Berg", phone: "+49 89 90050 204");

        IReadOnlyList<PersonRow> found = await desk.People.FindAsync(typed, TestContext.Current.CancellationToken);

        found.ShouldContain(person => person.Name == "Brunhild Berg");
    }

    [Fact]
    public async Task DemoDesk_FillsEachTab_WhenDeskIsEmpty()
    {
        await using var database = await Support.TestDatabase.CreateAsync();
        Guid max = await database.AddDeskUserAsync("Max Weber");
        Guid lena = await database.AddDeskUserAsync("Lena Ott");

        await new DemoDesk(database, desk.Time).ExecuteAsync([max, lena], TestContext.Current.CancellationToken);
        await new DemoDesk(database, desk.Time).ExecuteAsync([max, lena], TestContext.Current.CancellationToken);

        TicketCounts counts = await new TicketQueries(database, desk.Time).CountsAsync(max, TestContext.Current.CancellationToken);
        counts.ShouldBe(new TicketCounts(Mine: 4, Team: 6, Callbacks: 1, CallbacksDue: 0, Unassigned: 1));
    }

    [Fact]
    public void Parse_ReadsItsOwnAddress_WhenAllFiltersAreSet()
    {
        var filter = new TicketFilter(TicketView.Callbacks, "vpn", TicketState.CallbackPromised, TicketPriority.High, "50 % off & more");
        var query = System.Web.HttpUtility.ParseQueryString(new Uri("http://desk" + filter.Address).Query);

        TicketFilter.Parse(new Uri("http://desk" + filter.Address).Segments[^1], query["queue"], query["state"], query["priority"], query["text"]).ShouldBe(filter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-2-3")]
    [InlineData("-5-1")]
    [InlineData("99999999999999999999-1")]
    public void Parse_AnswersNull_WhenCursorIsMalformed(string? text) => TicketCursor.Parse(text).ShouldBeNull();
}
