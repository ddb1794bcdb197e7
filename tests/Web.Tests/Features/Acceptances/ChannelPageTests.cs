using System.Net;
using System.Text.RegularExpressions;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed partial class ChannelPageTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Theory]
    [InlineData("de", "Ihr Kanal vom Telefon")]
    [InlineData("en", "Your channel from the phone")]
    [InlineData("fr", "Your channel from the phone")]
    public async Task Page_SpeaksTheBrowsersLanguage(string language, string title)
    {
        using Visitor customer = desk.App.NewVisitor(language);

        (await (await customer.GetAsync("/help")).TextAsync()).ShouldContain($"<h1>{title}</h1>");
    }

    [Fact]
    public async Task Page_SpeaksTheChosenLanguage_OverTheBrowsers()
    {
        using Visitor customer = desk.App.NewVisitor("en");

        (await customer.GetAsync("/culture?c=de&returnUrl=%2Fhelp")).LeadsTo.ShouldBe("/help");

        (await (await customer.GetAsync("/help")).TextAsync()).ShouldContain("lang=\"de\"");
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/downloads.json")]
    [InlineData("/help/status")]
    [Trait("Abuse", "52")]
    public async Task Pages_AreStrictAndNeverCached(string path)
    {
        using Visitor customer = desk.App.NewVisitor();

        using HttpResponseMessage page = await customer.GetAsync(path);

        page.Header("Content-Security-Policy").ShouldStartWith("default-src 'none'");
        page.Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        page.Header("Content-Security-Policy").ShouldNotContain("unsafe");
        page.Header("Cache-Control").ShouldContain("no-store");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public async Task Channel_OpensThePageAndBindsTheBrowser()
    {
        StartedSession session = await desk.StartAsync();

        using Visitor customer = await desk.TypeChannelAsync(session.Channel);

        (await desk.LoadAsync(session.Id)).State.ShouldBe(SessionState.PageOpened);
        Cookie visit = customer.Cookies.Single(cookie => cookie.Name == "desk.visit");
        visit.HttpOnly.ShouldBeTrue();
        Uri.UnescapeDataString(visit.Value).ShouldNotContain(session.Id.ToString());
    }

    [Theory]
    [InlineData("482 913 076")]
    [InlineData("12345")]
    [InlineData("abc")]
    [InlineData("")]
    [Trait("Abuse", "45")]
    public async Task Channel_IsRefusedWithoutALookUp_WhenItIsMistyped(string typed)
    {
        await desk.StartAsync();
        using Visitor customer = desk.App.NewVisitor();

        for (int i = 0; i < 8; i++) // a look-up that finds nothing would be counted, and the sixth told to wait
            (await customer.SubmitAsync("/help", ("channel", typed))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    [Trait("Abuse", "46")]
    public async Task Channel_IsAnsweredAlike_WhenUnknownUsedExpiredOrOver()
    {
        StartedSession over = await desk.StartAsync(), expired = await desk.StartAsync();
        await using RunningSession used = await desk.RunAsync();
        await desk.Get<EndSession>().ExecuteAsync(over.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        await desk.Get<ChangeSession>().ExecuteAsync(expired.Id, s => s.Finish(SessionEnd.Expired, s.ChannelExpiresAt), SessionDesk.Cancel);

        var answers = new List<(HttpStatusCode Status, string Body)>();
        foreach (Channel channel in new[] { Channel.FromRandom(7), over.Channel, expired.Channel, used.Channel })
        {
            using Visitor customer = desk.App.NewVisitor();
            using HttpResponseMessage answer = await customer.SubmitAsync("/help", ("channel", channel.ToString()));
            customer.Cookies.ShouldNotContain(cookie => cookie.Name == "desk.visit");
            answers.Add((answer.StatusCode, FormSeal().Replace(await answer.TextAsync(), "")));
        }

        answers.Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answers[0].Body.ShouldContain("This channel is not open");
    }

    [Fact]
    [Trait("Abuse", "47")]
    public async Task Channel_MustWait_AtTheSixthFailure()
    {
        StartedSession open = await desk.StartAsync();
        using Visitor guesser = desk.App.NewVisitor();
        for (uint i = 0; i < 5; i++)
            (await guesser.SubmitAsync("/help", ("channel", Channel.FromRandom(i).ToString()))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        using HttpResponseMessage sixth = await guesser.SubmitAsync("/help", ("channel", open.Channel.ToString()));

        sixth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(sixth.Header("Retry-After")).ShouldBeInRange(500, 600);
        (await sixth.TextAsync()).ShouldContain("Please wait 10 min");
    }

    [Fact]
    [Trait("Abuse", "47")]
    public async Task Channel_IsOpenToANeighbour_AfterAnothersMistakesAndSuccess()
    {
        StartedSession first = await desk.StartAsync(), second = await desk.StartAsync();
        using Visitor clumsy = desk.App.NewVisitor();
        for (uint i = 0; i < 5; i++)
        {
            if (i == 4) (await desk.TypeChannelAsync(first.Channel)).Dispose();
            using HttpResponseMessage _ = await clumsy.SubmitAsync("/help", ("channel", Channel.FromRandom(i).ToString()));
        }

        using Visitor neighbour = await desk.TypeChannelAsync(second.Channel);

        neighbour.Cookies.ShouldContain(cookie => cookie.Name == "desk.visit");
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/help/read")]
    [InlineData("/help/stop")]
    [Trait("Abuse", "50")]
    public async Task Form_IsRefused_WithoutItsSeal(string path)
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.TypeChannelAsync(session.Channel);

        using HttpResponseMessage answer = await customer.PostAsync(path, ("channel", session.Channel.ToString()), ("accept", "purpose"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.LoadAsync(session.Id)).State.ShouldBe(SessionState.PageOpened);
    }

    [Fact]
    [Trait("Abuse", "73")]
    public async Task Cookie_IsRefused_WhenItIsMadeUp()
    {
        using Visitor stranger = desk.App.NewVisitor();
        stranger.Http.DefaultRequestHeaders.Add("Cookie", $"desk.visit={Convert.ToBase64String(Guid.NewGuid().ToByteArray())}");

        (await stranger.GetAsync("/help/read")).LeadsTo.ShouldBe("/help?first");
    }

    [GeneratedRegex("""<input type="hidden" name="__RequestVerificationToken" value="[^"]*" />""")]
    private static partial Regex FormSeal();
}
