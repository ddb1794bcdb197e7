using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests.Screens.X11;

/// <summary>Picture by picture, on a real server whose windows never rest.</summary>
public sealed class MaskedScreenTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private const uint Ours = 0xFF00FE;
    private const uint Shown = 0x00D040;
    private const uint Hidden = 0xE02010;
    private const uint Desktop = 0x204060;
    private const int EnoughSteps = 600;

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
        using (X11Screen before = Open(sharedMemory))
            CountOf(Ours, before).ShouldBe(200 * 100, "as long as it is not ours");
        _own.AllOf(window.Client);
        using X11Screen screen = Open(sharedMemory);
        await NeverAsync(Ours, screen, window);
    }

    [Theory]
    [InlineData("openbox")]
    [Trait("Abuse", "70")]
    public async Task Picture_NeverShowsOurWindow_WhenAWindowManagerFramesIt(string manager)
    {
        await DesktopAsync();
        using Managing managing = await ManageAsync(manager);
        using (var window = new ColouredWindow(display.Name, Ours, managed: true))
        {
            _own.AllOf(window.Client);
            _own.Named(window.Id);
            using X11Screen screen = Open(sharedMemory: true);
            await NeverAsync(Ours, screen, window);
        }
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

    [Theory]
    [InlineData(null)]
    [InlineData("openbox")]
    [Trait("Abuse", "70")]
    public async Task Picture_ShowsTheChosenWindowAndNothingElse_WhileAllMoveResizeHideAndRestack(string? manager)
    {
        await DesktopAsync();
        using Managing? managing = manager is null ? null : await ManageAsync(manager);
        using (var chosen = new ColouredWindow(display.Name, Shown, managed: true))
        using (var hidden = new ColouredWindow(display.Name, Hidden, managed: true))
        {
            chosen.Place(200, 150, 500, 400);
            using X11Screen screen = Open(sharedMemory: true);
            await Shell.UntilAsync(
                () =>
                {
                    hidden.Stack(above: true); // a window manager puts new windows where and in which order it likes
                    return screen.TryCapture() && Count(Hidden, screen) > 0;
                },
                "both windows, as long as everything is shown");
            _mask.Choice = new SomeWindows(new HashSet<nuint> { chosen.Id });
            chosen.Stack(above: true);
            await NeverAsync(Hidden, screen, hidden, Desktop);
            hidden.Stop();
            hidden.Place(0, 0, 50, 50);
            await Shell.UntilAsync(() => screen.TryCapture() && Count(Shown, screen) > 0, "the chosen window", seconds: 60);
            await NeverAsync(Hidden, screen, chosen, Desktop);
        }
    }

    [Fact]
    public async Task Picture_ShowsNothing_WhenTheChosenWindowIsGone_ThoughItsNumberComesAgain()
    {
        await DesktopAsync();
        using X11Screen screen = Open(sharedMemory: true);
        nuint number;
        using (var chosen = new ColouredWindow(display.Name, Shown))
        {
            number = chosen.Id;
            _mask.Choice = new SomeWindows(new HashSet<nuint> { number });
            await Shell.UntilAsync(() => screen.TryCapture() && Count(Shown, screen) == 200 * 100, "the chosen window");
        }
        await Shell.UntilAsync(() => screen.MayHaveChanged(), "news");
        for (int i = 0; i < 300; i++)
        {
            using var other = new ColouredWindow(display.Name, Hidden);
            CountOf(Hidden, screen).ShouldBe(0);
            if (other.Id == number)
                return;
        }
        throw new InvalidOperationException("The number did not come again, so nothing was tested.");
    }

    [Fact]
    public async Task Picture_ShowsOneMonitorOnly_WhenItIsChosen()
    {
        await DesktopAsync();
        using X11Screen screen = Open(sharedMemory: true);
        _mask.Choice = new OneMonitor(new Area(640, 0, 640, 800));
        CountOf(Desktop, screen).ShouldBe(640 * 800);
        screen.Picture.Pixels(639, 5, 2).ToArray().Select(pixel => pixel & 0xFFFFFF).ShouldBe([Mask.Colour, Desktop]);
    }

    private X11Screen Open(bool sharedMemory) => new(XConnection.TryOpen(display.Name)!, _own, _mask, sharedMemory);

    private async Task<Managing> ManageAsync(string manager)
    {
        var managing = new Managing(display.Start(manager));
        await Shell.UntilAsync(async () => (await display.RunAsync("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")).Contains('#', StringComparison.Ordinal) ? (object)true : null, "a window manager");
        return managing;
    }

    private async Task DesktopAsync()
    {
        await display.RunAsync("xsetroot", "-solid", $"#{Desktop:x6}");
        using var plain = new X11Screen(XConnection.TryOpen(display.Name)!, new OwnWindows(), new Mask(TimeProvider.System), true);
        await Shell.UntilAsync(() => plain.TryCapture() && Count(Desktop, plain) == 1280 * 800, "the windows of the test before are gone");
    }

    private sealed class Managing(System.Diagnostics.Process process) : IDisposable
    {
        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    // As the pump does: a look when something may have changed, again and again.
    private static async Task NeverAsync(uint colour, X11Screen screen, ColouredWindow window, uint? norThis = null)
    {
        window.Start();
        int pictures = 0;
        while (window.Steps < EnoughSteps || pictures < 100)
        {
            if (screen.MayHaveChanged() && screen.TryCapture())
            {
                pictures++;
                Count(colour, screen).ShouldBe(0, $"picture {pictures}, step {window.Steps}");
                if (norThis is { } other)
                    Count(other, screen).ShouldBe(0, $"picture {pictures}, step {window.Steps}");
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
