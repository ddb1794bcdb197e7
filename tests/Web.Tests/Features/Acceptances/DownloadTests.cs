using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

public sealed class DownloadTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    private const string Linux = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/145.0";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36";
    private const string Android = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36";

    [Theory]
    [InlineData(Linux, "Download for Linux", true)]
    [InlineData(Windows, "Download for Windows", true)]
    [InlineData(Android, "We have no program for this device", false)]
    public async Task Page_OffersTheVisitorsSystemFirst(string browser, string words, bool hasOwn)
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);
        customer.Http.DefaultRequestHeaders.UserAgent.ParseAdd(browser);

        string html = await (await customer.GetAsync("/help/download")).TextAsync();

        html.ShouldContain(words);
        html.Contains("data-testid=\"download\"").ShouldBe(hasOwn);
        html.ShouldContain("For another system");
        html.ShouldContain(Sha256(SessionDesk.LinuxAgent));
    }

    [Fact]
    public async Task File_IsSentAsItIs_AfterTheTextsWereAccepted()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);

        using HttpResponseMessage file = await customer.GetAsync($"/downloads/{AgentDownloads.LinuxX64}");

        (await file.TextAsync()).ShouldBe(SessionDesk.LinuxAgent);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileName.ShouldBe(AgentDownloads.LinuxX64);
        file.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    [Trait("Abuse", "51")]
    public async Task File_LeadsToTheTexts_WithoutAnAcceptance()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor reading = await desk.TypeChannelAsync(session.Channel), stranger = desk.App.NewVisitor();

        (await stranger.GetAsync($"/downloads/{AgentDownloads.LinuxX64}")).LeadsTo.ShouldBe("/help?first");
        (await reading.GetAsync($"/downloads/{AgentDownloads.LinuxX64}")).LeadsTo.ShouldBe("/help?first");
        (await reading.GetAsync("/help/download")).LeadsTo.ShouldBe("/help/read");
    }

    [Fact]
    [Trait("Abuse", "51")]
    public async Task File_LeadsToTheTexts_AfterTheEnd()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);
        await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Max.Id, SessionDesk.Cancel);

        (await customer.GetAsync($"/downloads/{AgentDownloads.LinuxX64}")).LeadsTo.ShouldBe("/help?first");
    }

    [Theory]
    [InlineData("..%2F..%2Fservicedesk.db")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("channel.key")]
    [Trait("Abuse", "85")]
    public async Task File_IsNotThere_UnderAnyOtherName(string name)
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);

        (await customer.GetAsync($"/downloads/{name}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task List_NamesEachFileWithSizeAndChecksum()
    {
        using Visitor anybody = desk.App.NewVisitor();

        using var list = JsonDocument.Parse(await (await anybody.GetAsync("/downloads.json")).TextAsync());

        JsonElement linux = list.RootElement.EnumerateArray().Single(file => file.GetProperty("platform").GetString() == "linux-x64");
        linux.GetProperty("file").GetString().ShouldBe(AgentDownloads.LinuxX64);
        linux.GetProperty("size").GetInt64().ShouldBe(SessionDesk.LinuxAgent.Length);
        linux.GetProperty("sha256").GetString().ShouldBe(Sha256(SessionDesk.LinuxAgent));
        linux.GetProperty("url").GetString().ShouldBe($"/downloads/{AgentDownloads.LinuxX64}");
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
