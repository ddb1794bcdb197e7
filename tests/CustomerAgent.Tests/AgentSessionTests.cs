using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>The real program on a real display, with a desk and a viewer of the tests'.</summary>
public sealed class AgentSessionTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    [Fact]
    public async Task Session_RunsFromQuestionToLastPage_WhenCustomerAllowsAndEnds()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using var agent = AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", "de");

        await agent.AllowViewingAsync();
        await Shell.UntilAsync(() => desk.Viewer.Frames > 0, "a picture");
        desk.Viewer.Grants!.Grants.ShouldBe(Grants.View);

        await desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await agent.YesAsync("control");
        await agent.StripAsync("controlled");
        await Shell.UntilAsync(() => desk.Viewer.Grants!.Grants == (Grants.View | Grants.Control), "control");

        await agent.EndByStripAsync("controlled");
        await Shell.UntilAsync(() => desk.Viewer.Over, "the end of the line");
        desk.Viewer.Received.OfType<End>().Single().Reason.ShouldBe(SessionEndReason.CustomerEnded);
        ((int?)desk.Viewer.ClosedWith).ShouldBe(4410);

        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        (await agent.Errors).ShouldBeEmpty();
        desk.Reports.ShouldBe(["granted View, declined None", "granted View, Control, declined None", "end CustomerEnded"]);
    }
}
