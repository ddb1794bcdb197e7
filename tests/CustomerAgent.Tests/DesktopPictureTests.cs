using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>The real program on a real display: the viewer sees the desktop as it is, and no window of the agent's.</summary>
public sealed class DesktopPictureTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    [Fact]
    public async Task Picture_EqualsTheDesktop_AndFollowsItsSize()
    {
        await display.RunAsync("xsetroot", "-mod", "9", "3", "-fg", "#7090a0", "-bg", "#405060");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = Start(desk);
        await agent.AllowViewingAsync(desk);
        await Shell.UntilAsync(() => SameAsync(desk, agent), "the viewer sees the desktop");

        await display.RunAsync("xrandr", "--newmode", "half", "38.25", "800", "832", "912", "1024", "600", "603", "607", "624");
        await display.RunAsync("xrandr", "--addmode", "screen", "half");
        await display.RunAsync("xrandr", "--output", "screen", "--mode", "half");
        await Shell.UntilAsync(() => desk.Viewer.Copy().Width == 800, "the new size");
        await Shell.UntilAsync(() => SameAsync(desk, agent), "the viewer sees the smaller desktop");
        await agent.StripAtTopCentreAsync(400);
        await display.RunAsync("xrandr", "--output", "screen", "--mode", "1280x800");
    }

    // Outside of the agent's windows each pixel is the desktop's, inside none is theirs.
    private async Task<object?> SameAsync(FakeDesk desk, AgentProcess agent)
    {
        string file = Path.Combine(Path.GetTempPath(), $"desktop-{Guid.NewGuid():N}.rgb");
        await display.RunAsync("import", "-window", "root", "-depth", "8", "rgb:" + file);
        byte[] desktop = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        IReadOnlyList<Box> windows = await agent.WindowsAsync();
        windows.Count.ShouldBe(5, "the strip and a frame of four edges");
        (byte[] shown, int width, int height) = desk.Viewer.Copy();
        if (desktop.Length != width * height * 3)
            return null;
        byte[] plain = [(byte)(Mask.Colour >> 16), (byte)(Mask.Colour >> 8 & 0xFF), (byte)(Mask.Colour & 0xFF)];
        foreach (Box window in windows)
        {
            for (int y = Math.Max(0, window.Y); y < Math.Min(height, window.Y + window.Height); y++)
            {
                for (int x = Math.Max(0, window.X); x < Math.Min(width, window.X + window.Width); x++)
                    plain.CopyTo(desktop, ((y * width) + x) * 3);
            }
        }
        return shown.AsSpan().SequenceEqual(desktop) ? true : null;
    }

    private AgentProcess Start(FakeDesk desk) =>
        AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", "en");
}
