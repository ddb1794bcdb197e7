using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed class ReadPageTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    private static readonly string[] Kinds = ["purpose", "disclaimer", "privacy"];

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    [Trait("Abuse", "53")]
    public async Task Accept_RecordsVersionLanguageHashAndTimes(string language)
    {
        StartedSession session = await desk.StartAsync();

        using Visitor customer = await desk.AcceptAsync(session.Channel, language);

        RemoteSession stored = await desk.LoadAsync(session.Id);
        stored.State.ShouldBe(SessionState.Accepted);
        stored.Acceptances.Select(acceptance => acceptance.Kind).ShouldBe(Enum.GetValues<PolicyKind>(), ignoreOrder: true);
        stored.Acceptances.ShouldAllBe(acceptance => acceptance.Locale == language && acceptance.Version == 1 && acceptance.Sha256.Length == 64);
        stored.Acceptances.ShouldAllBe(acceptance => acceptance.ShownAt <= acceptance.AcceptedAt);
    }

    [Fact]
    public async Task Page_ShowsTheThreeTextsWithEmptyBoxes()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel, "de");

        string html = await (await customer.GetAsync("/help/read")).TextAsync();

        html.ShouldContain("Zuerst Ihre Datensicherung");
        html.ShouldContain("Hardware und ihre Reparatur sind ausgeschlossen");
        html.ShouldContain("Vom Inhalt wird nirgends etwas aufgezeichnet");
        foreach (string kind in Kinds) html.ShouldContain($"value=\"{kind}\"");
        html.ShouldNotContain(" checked");
        html.ShouldContain("name=\"shown\"");
    }

    [Theory]
    [InlineData("purpose", "disclaimer")]
    [InlineData("privacy")]
    [InlineData]
    [Trait("Abuse", "48")]
    public async Task Accept_RecordsNothing_WithoutAllBoxes(params string[] ticked)
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel);

        using HttpResponseMessage answer = await customer.SubmitAsync("/help/read", [.. ticked.Select(kind => ("accept", kind))]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.TextAsync()).ShouldContain("each of the three texts needs its own tick");
        (await desk.LoadAsync(session.Id)).Acceptances.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "48")]
    public async Task Accept_RecordsNothing_WhenThePageWasSkipped()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel);

        using HttpResponseMessage answer = await customer.SubmitAsync("/help/stop", ("x", "y")); // fetches a valid seal from another page
        using HttpResponseMessage forged = await ForgeAsync(customer, session);

        (await desk.LoadAsync(session.Id)).Acceptances.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "48")]
    public async Task Accept_AsksToReadAgain_WhenTheFormBelongsToAnotherSession()
    {
        StartedSession first = await desk.StartAsync(), second = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(first.Channel);
        string shown = HiddenOf(await (await customer.GetAsync("/help/read")).TextAsync(), "shown");
        using HttpResponseMessage _ = await customer.SubmitAsync("/help", ("channel", second.Channel.ToString()));
        string seal = HiddenOf(await (await customer.GetAsync("/help/read")).TextAsync(), "__RequestVerificationToken");

        using HttpResponseMessage answer = await customer.PostAsync("/help/read", [("__RequestVerificationToken", seal), ("shown", shown), .. Kinds.Select(kind => ("accept", kind))]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.LoadAsync(second.Id)).Acceptances.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "49")]
    public async Task Accept_KeepsOneRecord_WhenSentTwiceAtOnce()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel);
        string html = await (await customer.GetAsync("/help/read")).TextAsync();
        (string, string)[] form = [("__RequestVerificationToken", HiddenOf(html, "__RequestVerificationToken")), ("shown", HiddenOf(html, "shown")), .. Kinds.Select(kind => ("accept", kind))];

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PostAsync("/help/read", form)));
        answers = [.. answers, await customer.PostAsync("/help/read", form)];

        answers.Select(answer => answer.LeadsTo).Distinct().ShouldBe(["/help/download"]);
        (await desk.LoadAsync(session.Id)).Acceptances.Count.ShouldBe(3);
    }

    [Fact]
    [Trait("Abuse", "49")]
    public async Task Accept_ChangesNothing_WhenTheAgentIsThereAlready()
    {
        await using RunningSession session = await desk.RunAsync();

        using HttpResponseMessage page = await session.Customer.GetAsync("/help/read");

        page.LeadsTo.ShouldBe("/help/status");
        (await desk.LoadAsync(session.Id)).Acceptances.Count.ShouldBe(3);
    }

    [Fact]
    [Trait("Abuse", "56")]
    public async Task Accept_RecordsTheLanguageThatWasShown_WhenTheLanguageIsSwitchedAfterReading()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel, "de");
        await customer.GetAsync("/help/read");
        await customer.GetAsync("/culture?c=en&returnUrl=%2Fhelp%2Fread");

        string html = await (await customer.GetAsync("/help/read")).TextAsync();
        html.ShouldContain("<h2 id=\"purpose-title\">What will happen</h2>");
        html.ShouldNotContain(" checked");
        await SessionDesk.AcceptAsync(customer);

        RemoteSession stored = await desk.LoadAsync(session.Id);
        await using ServiceDeskDb db = await desk.OpenDatabaseAsync();
        List<string> english = await db.PolicyDocuments.Where(document => document.Locale == "en").Select(document => document.Sha256).ToListAsync(SessionDesk.Cancel);
        stored.Acceptances.ShouldAllBe(acceptance => english.Contains(acceptance.Sha256));
    }

    private static async Task<HttpResponseMessage> ForgeAsync(Visitor customer, StartedSession session) =>
        await customer.PostAsync("/help/read", [("shown", session.Id.ToString()), .. Kinds.Select(kind => ("accept", kind))]);

    internal static string HiddenOf(string html, string name)
    {
        string start = $"name=\"{name}\" value=\"";
        int at = html.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return WebUtility.HtmlDecode(html[at..html.IndexOf('"', at)]);
    }
}
