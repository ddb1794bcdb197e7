using System.Net;
using Hangfire;
using Hangfire.Storage;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Jobs;

public sealed class JobsPageTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Dashboard_IsShown_ToAnAdministrator()
    {
        using Visitor jan = await desk.App.NewVisitorAsync(DemoPeople.Jan);

        using HttpResponseMessage page = await jan.GetAsync("/admin/jobs/recurring");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.TextAsync()).ShouldContain("close-solved-tickets");
    }

    [Fact]
    [Trait("Abuse", "91")]
    public async Task Dashboard_IsNotThere_ForOthers()
    {
        using Visitor stranger = desk.App.NewVisitor(), sabine = await desk.App.NewVisitorAsync(DemoPeople.Sabine);

        using HttpResponseMessage answer = await stranger.GetAsync("/admin/jobs"), other = await sabine.GetAsync("/admin/jobs");

        answer.LeadsTo.ShouldStartWith("/account/sign-in");
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Jobs_AreScheduled_AtEachStart()
    {
        using IStorageConnection storage = desk.Get<JobStorage>().GetConnection();

        storage.GetRecurringJobs().Select(job => job.Id).ShouldBe(["close-solved-tickets", "tidy-channels"], ignoreOrder: true);
    }
}
