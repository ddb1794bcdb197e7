using System.Net;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Hosting;

public sealed class HealthTests(DeskApp desk) : IClassFixture<DeskApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_IsGood_WhenTheDeskServes(string path)
    {
        using Visitor visitor = desk.NewVisitor();
        using HttpResponseMessage answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_IsFalse_WhenTheDatabaseIsGone()
    {
        await using DeskApp broken = new();
        await broken.InitializeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (string file in Directory.EnumerateFiles(broken.DataFolder, "servicedesk.db*"))
            File.Delete(file);

        using Visitor visitor = broken.NewVisitor();
        using HttpResponseMessage ready = await visitor.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using HttpResponseMessage live = await visitor.GetAsync("/health/live");
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
