using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests.Screens.X11;

/// <summary>Picture by picture, on a real server whose windows never rest.</summary>
public sealed class MaskedScreenTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private const uint Ours = 0xFF00FE;
    private const uint Desktop = 0x204060;
    private const int EnoughSteps = 3000;

    private readonly OwnWindows _own = new();
    private readonly Mask _mask = new(TimeProvider.System);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Abuse", "70")]
    public async Task Picture_NeverShowsOurWindow_WhileItMovesResizesAndHides(bool sharedMemory)
    {
        await DesktopAsync();
        using var window = new ColouredWindow(display.Name, Ours);
        using X11Screen screen = Open(sharedMemory);
        CountOf(Ours, screen).ShouldBeGreaterThan(0, "as long as it is not ours");
        _own.AllOf(window.Client);
        await NeverAsync(Ours, screen, window);
    }

    [Theory]
    [InlineData("openbox")]
    [Trait("Abuse", "70")]
    public async Task Picture_NeverShowsOurWindow_WhenAWindowManagerFramesIt(string manager)
    {
        await DesktopAsync();
        using System.Diagnostics.Process managing = display.Start(manager);
        await Shell.UntilAsync(async () => (await display.RunAsync("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")).Contains('#', StringComparison.Ordinal) ? (object)true : null, "a window manager");
        using (var window = new ColouredWindow(display.Name, Ours, managed: true))
        {
            _own.AllOf(window.Client);
            _own.Named(window.Id);
            using X11Screen screen = Open(sharedMemory: true);
            await NeverAsync(Ours, screen, window);
        }
        managing.Kill();
        await managing.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Picture_ShowsThePlaceAgain_WhenOurWindowIsGoneAndNothingIsDrawn()
    {
        await DesktopAsync();
        using X11Screen screen = Open(sharedMemory: true);
        using (var window = new ColouredWindow(display.Name, Ours))
        {
            _own.AllOf(window.Client);
            CountOf(Mask.Colour, screen).ShouldBe(200 * 100);
        }
        await Shell.UntilAsync(() => screen.MayHaveChanged() && CountOf(Mask.Colour, screen) == 0, "all of the desktop");
        CountOf(Desktop, screen).ShouldBe(1280 * 800);
    }

    private X11Screen Open(bool sharedMemory) => new(XConnection.TryOpen(display.Name)!, _own, _mask, sharedMemory);

    private Task DesktopAsync() => display.RunAsync("xsetroot", "-solid", $"#{Desktop:x6}");

    // As the pump does: a look when something may have changed, again and again.
    private static async Task NeverAsync(uint colour, X11Screen screen, ColouredWindow window)
    {
        window.Start();
        int pictures = 0;
        while (window.Steps < EnoughSteps || pictures < 100)
        {
            if (screen.MayHaveChanged() && screen.TryCapture())
            {
                pictures++;
                Count(colour, screen).ShouldBe(0, $"picture {pictures}, step {window.Steps}");
            }
            await Task.Yield();
        }
    }

    private static int CountOf(uint colour, X11Screen screen)
    {
        screen.TryCapture().ShouldBeTrue();
        return Count(colour, screen);
    }

    private static int Count(uint colour, X11Screen screen)
    {
        int count = 0;
        for (int y = 0; y < screen.Picture.Grid.Height; y++)
        {
            foreach (uint pixel in screen.Picture.Pixels(0, y, screen.Picture.Grid.Width))
                count += (pixel & 0xFFFFFF) == colour ? 1 : 0;
        }
        return count;
    }
}
