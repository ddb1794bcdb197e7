using System.Net;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.PartsTests;

public sealed class DeskServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Desk_ServesAgainOnTheSameData_WhenItWasKilled()
    {
        await using DeskServer desk = await DeskServer.StartAsync();
        using HttpClient http = new() { BaseAddress = desk.Origin };

        await desk.KillAsync();
        desk.IsRunning.ShouldBeFalse();
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("/health/ready", Cancel));
        await desk.StartAgainAsync();

        (await http.GetAsync("/health/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        desk.Log.Count(line => line == $"Desk ready: {desk.Origin.GetLeftPart(UriPartial.Authority)}").ShouldBe(2);
        new FileInfo(desk.Database).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Desk_StopsCleanly_WhenItIsToldTo()
    {
        await using DeskServer desk = await DeskServer.StartAsync();

        (await desk.StopAsync()).ShouldBe(0);

        desk.Log.ShouldNotContain(line => line.Contains(" fail ") || line.Contains(" crit "));
    }

    [Fact]
    public async Task Agent_LeavesNothing_WhenItIsTerminated()
    {
        await using DeskServer desk = await DeskServer.StartAsync();
        await using Desktop desktop = await Desktop.StartAsync();
        await using AgentProcess agent = AgentProcess.Start(Published.LinuxAgent, desktop, desk.Origin);
        await desktop.WindowAsync("ServiceDesk");

        agent.Terminate();

        await agent.ExitAsync();
        await agent.LeavesNothingAsync();
    }
}
