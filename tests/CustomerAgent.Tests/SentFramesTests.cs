using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>The real program on a real display: how many frames it sends, and which.</summary>
public sealed class SentFramesTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    [Fact]
    [Trait("Abuse", "9")]
    public async Task Frames_AreSixteenAtMost_WhileNobodyPaintsThem()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        desk.Viewer.Acknowledges = false;
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        for (ushort x = 100; x < 120; x++)
            await DrawAndPointAsync(desk, x);
        desk.Viewer.Frames.ShouldBeInRange(2, 16);
        int unpainted = desk.Viewer.Frames;
        await DrawAndPointAsync(desk, 200);
        desk.Viewer.Frames.ShouldBe(unpainted);
        desk.Viewer.Acknowledges = true;
        await desk.Viewer.SendAsync(new FrameAck((uint)desk.Viewer.Frames));
        int drawn = 0;
        await Shell.UntilAsync(
            async () =>
            {
                await DrawAsync(drawn++);
                return desk.Viewer.Frames > unpainted + 1 ? (object)true : null;
            },
            "more frames");
    }

    private Task DrawAsync(int number) => display.RunAsync("xsetroot", "-solid", number % 2 == 0 ? "#405060" : "#605040");

    [Fact]
    public async Task Frames_BeginAnew_WhenTheViewerAsks()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await Shell.UntilAsync(() => desk.Viewer.Frames > 0, "a picture");
        int whole = Whole(desk);
        await desk.Viewer.SendAsync(new WholePictureRequest());
        await Shell.UntilAsync(() => Whole(desk) == whole + 1, "a whole picture");
    }

    private AgentProcess Start(FakeDesk desk) =>
        AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", "en");

    private static int Whole(FakeDesk desk) =>
        desk.Viewer.Received.OfType<FrameUpdate>().Count(update => update.Flags.HasFlag(FrameFlags.WholePicture));

    // The pointer's place needs no credit: when the viewer knows the new one, the pump has looked at what was drawn before.
    private async Task DrawAndPointAsync(FakeDesk desk, ushort x)
    {
        await display.RunAsync("xsetroot", "-solid", $"#{x:x6}");
        await display.RunAsync("xdotool", "mousemove", $"{x}", "300");
        await Shell.UntilAsync(() => desk.Viewer.Received.Contains(new CursorPosition(x, 300, Visible: true, Shape: 0)), "the pointer's place");
    }
}
