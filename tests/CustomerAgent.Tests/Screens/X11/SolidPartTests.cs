using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests.Screens.X11;

/// <summary>A chosen window through which others can be seen, on a real server with a real compositor where it takes one.</summary>
public sealed class SolidPartTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>, IDisposable
{
    private const uint Shown = 0x00D040;
    private const uint Secret = 0xE02010;

    private readonly Mask _mask = new(TimeProvider.System);
    private System.Diagnostics.Process? _compositor;
    private ColouredWindow? _secret;

    public void Dispose()
    {
        _secret?.Dispose();
        _compositor?.Kill();
        _compositor?.WaitForExit();
        _compositor?.Dispose();
    }

    [Fact]
    [Trait("Abuse", "70")]
    public async Task Picture_NeverShowsWhatLiesUnderTheMargin_WhileTheChosenWindowMovesAndResizes()
    {
        await ComposeAsync();
        using var chosen = new MarginWindow(display.Name, Shown, says: true);
        using X11Screen screen = Open();
        await LieBeneathAsync(screen);
        Choose(chosen.Id);
        await Shell.UntilAsync(() => screen.TryCapture() && Count(Shown, screen) == (400 - (2 * MarginWindow.Margin)) * (300 - (2 * MarginWindow.Margin)), "all within the margin");
        chosen.Start();
        int pictures = 0, withIt = 0;
        while (chosen.Steps < 200 || pictures < 100)
        {
            if (screen.MayHaveChanged() && screen.TryCapture())
            {
                pictures++;
                withIt += Count(Shown, screen) > 0 ? 1 : 0;
                Count(Secret, screen).ShouldBe(0, $"picture {pictures}, step {chosen.Steps}");
            }
            await Task.Yield();
        }
        withIt.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Picture_ShowsNothingOfAWindowWithAlpha_ThatDoesNotSayWhatOfItIsOpaque()
    {
        await ComposeAsync();
        using var chosen = new MarginWindow(display.Name, Shown, says: false);
        using X11Screen screen = Open();
        await LieBeneathAsync(screen);
        Choose(chosen.Id);
        CountOf(Mask.Colour, screen).ShouldBe(1280 * 800);
        chosen.Say("_NET_WM_OPAQUE_REGION", 100, 100, 50, 20, 120, 110, 50, 20);
        await Shell.UntilAsync(() => screen.MayHaveChanged() && CountOf(Shown, screen) == 2 * 50 * 20 - 30 * 10, "what it names, as soon as it has named it");
        chosen.Say("_NET_WM_OPAQUE_REGION", 100, 100, -1, 50, 0, 0, 0, 0, 7);
        await Shell.UntilAsync(() => screen.MayHaveChanged() && CountOf(Mask.Colour, screen) == 1280 * 800, "nonsense names nothing");
    }

    [Fact]
    public async Task Picture_ShowsNothingOfAWindow_ThatIsMadeTranslucent()
    {
        await ComposeAsync();
        using var chosen = new MarginWindow(display.Name, Shown, says: true);
        using X11Screen screen = Open();
        await LieBeneathAsync(screen);
        Choose(chosen.Id);
        await Shell.UntilAsync(() => screen.TryCapture() && Count(Shown, screen) > 0, "the chosen window");
        chosen.Say("_NET_WM_WINDOW_OPACITY", 0x7FFFFFFF);
        CountOf(Mask.Colour, screen).ShouldBe(1280 * 800);
        chosen.Say("_NET_WM_WINDOW_OPACITY", unchecked((nint)0xFFFFFFFF));
        await Shell.UntilAsync(() => screen.MayHaveChanged() && CountOf(Shown, screen) > 0, "the chosen window again");
    }

    [Fact]
    [Trait("Abuse", "70")]
    public async Task Picture_FollowsTheShape_OfAWindowThatIsNoRectangle()
    {
        using var chosen = new ColouredWindow(display.Name, Shown);
        chosen.Place(200, 150, 300, 200);
        using X11Screen screen = Open();
        await LieBeneathAsync(screen);
        chosen.Shape((0, 0, 300, 50), (0, 50, 20, 150));
        Choose(chosen.Id);
        const int Solid = (300 * 50) + (20 * 150);
        CountOf(Shown, screen).ShouldBe(Solid);
        Count(Mask.Colour, screen).ShouldBe((1280 * 800) - Solid);
        chosen.Shape((0, 0, 10, 10));
        CountOf(Secret, screen).ShouldBe(0);
        await Shell.UntilAsync(() => screen.MayHaveChanged() && CountOf(Shown, screen) == 100, "the smaller shape");
        chosen.Shape([.. Enumerable.Range(0, 100).Select(row => (0, row * 2, 10, 1))]);
        await Shell.UntilAsync(() => screen.MayHaveChanged() && CountOf(Shown, screen) == 1000, "a hundred pieces");
        Count(Secret, screen).ShouldBe(0);
    }

    [Fact]
    public async Task Picture_ShowsTheFrame_ThatAWindowManagerPutsRoundTheChosenWindow()
    {
        using System.Diagnostics.Process manager = display.Start("openbox");
        try
        {
            await Shell.UntilAsync(async () => (await display.RunAsync("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")).Contains('#', StringComparison.Ordinal) ? (object)true : null, "a window manager");
            using var chosen = new ColouredWindow(display.Name, Shown, managed: true);
            using X11Screen screen = Open();
            Choose(chosen.Id);
            await Shell.UntilAsync(
                () =>
                {
                    chosen.Show(true); // a window manager that has just started may have missed it
                    return screen.TryCapture() && Count(Shown, screen) == 200 * 100 && screen.Seen.Areas.Sum(area => area.Width * area.Height) > (200 * 100) + (200 * 10);
                },
                "window and title bar");
        }
        finally
        {
            manager.Kill();
            await manager.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private X11Screen Open() => new(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask);

    private void Choose(nuint window) => _mask.Choice = new SomeWindows(new HashSet<nuint> { window });

    private async Task ComposeAsync()
    {
        _compositor = display.Start("xcompmgr");
        await Shell.UntilAsync(
            () =>
            {
                using XConnection connection = XConnection.TryOpen(display.Name)!;
                return Xlib.XGetSelectionOwner(connection.Display, Xlib.XInternAtom(connection.Display, "_NET_WM_CM_S0", 0)) != 0;
            },
            "a compositor");
    }

    // All over the desktop, under everything; and it can be seen through what lies over it.
    private async Task LieBeneathAsync(X11Screen screen)
    {
        _secret = new ColouredWindow(display.Name, Secret);
        _secret.Place(0, 0, 1280, 800);
        _secret.Stack(above: false);
        await Shell.UntilAsync(() => screen.TryCapture() && Count(Secret, screen) + Count(Shown, screen) == 1280 * 800, "the secret round the chosen window, as long as everything is shown");
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
