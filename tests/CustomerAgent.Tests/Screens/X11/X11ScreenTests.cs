using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests.Screens.X11;

public sealed class X11ScreenTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryCapture_ReadsEveryPixel_AsOtherProgramsReadIt(bool sharedMemory)
    {
        await display.RunAsync("xsetroot", "-mod", "7", "5", "-fg", "#c04020", "-bg", "#2060a0");
        using var clock = display.Start("xterm", "-geometry", "60x20+200+100", "-e", "printf 'Grüße\\n'; sleep 30");
        await Shell.UntilAsync(async () => await display.RunAsync("xwininfo", "-root", "-tree") is { } tree && tree.Contains("xterm", StringComparison.Ordinal) ? "there" : null, "a window");
        using X11Screen screen = Open(sharedMemory);

        // The terminal may still be drawing: until the two agree, or for good if they never do.
        await Shell.UntilAsync(
            async () =>
            {
                byte[] expected = await ImportAsync();
                return screen.TryCapture() && Rgb(screen).AsSpan().SequenceEqual(expected) ? (object)true : null;
            },
            "the same picture");
        screen.UsesSharedMemory.ShouldBe(sharedMemory);
        Rgb(screen).Distinct().Count().ShouldBeGreaterThan(4);
        clock.Kill();
    }

    [Fact]
    [Trait("Abuse", "38")]
    public async Task TryCapture_FollowsTheSize_WhenTheResolutionChanges()
    {
        using X11Screen screen = Open(sharedMemory: true);
        screen.TryCapture().ShouldBeTrue();
        (screen.Picture.Grid.Width, screen.Picture.Grid.Height).ShouldBe((1280, 800));
        await display.RunAsync("xrandr", "--newmode", "small", "38.25", "800", "832", "912", "1024", "600", "603", "607", "624");
        await display.RunAsync("xrandr", "--addmode", "screen", "small");
        await display.RunAsync("xrandr", "--output", "screen", "--mode", "small");
        await Shell.UntilAsync(() => screen.TryCapture() && screen.Picture.Grid.Width == 800, "the new size");
        screen.Picture.Grid.Height.ShouldBe(600);
        await display.RunAsync("xrandr", "--output", "screen", "--mode", "1280x800");
        await Shell.UntilAsync(() => screen.TryCapture() && screen.Picture.Grid.Width == 1280, "the old size");
    }

    [Fact]
    public async Task MayHaveChanged_IsFalse_WhileNothingIsDrawn()
    {
        using X11Screen screen = Open(sharedMemory: true);
        screen.MayHaveChanged().ShouldBeTrue();
        screen.TryCapture().ShouldBeTrue();
        await Shell.UntilAsync(() => !screen.MayHaveChanged(), "quiet");
        await display.RunAsync("xsetroot", "-solid", "#102030");
        await display.RunAsync("xrefresh");
        await Shell.UntilAsync(screen.MayHaveChanged, "a change");
    }

    [Fact]
    public async Task TryCapture_ReadsOnlyTheRowsThatWereDrawnOn()
    {
        using X11Screen screen = Open(sharedMemory: true);
        screen.TryCapture().ShouldBeTrue();
        screen.Read.ShouldBe(new Area(0, 0, 1280, 800));
        await Shell.UntilAsync(() => screen.TryCapture() && screen.Read.IsEmpty, "quiet");
        using var window = new ColouredWindow(display.Name, 0x20C040);
        window.Place(300, 200, 80, 40);
        await Shell.UntilAsync(() => screen.TryCapture() && screen.Read.IsEmpty, "the window drawn");
        window.Place(300, 210, 80, 40);
        Area read = default;
        await Shell.UntilAsync(() => screen.TryCapture() && !(read = read.Around(screen.Read)).IsEmpty && screen.Read.IsEmpty, "the window moved");
        byte[] expected = await ImportAsync();
        Rgb(screen).AsSpan().SequenceEqual(expected).ShouldBeTrue();
        (read.Y, read.Bottom).ShouldBe((200, 250));
    }

    [Fact]
    public async Task WhenChangedAsync_Completes_WhenSomethingIsDrawn_AndWhenThePointerMoves_AndNotBefore()
    {
        using X11Screen screen = Open(sharedMemory: true);
        await Shell.UntilAsync(() => screen.TryCapture() && !screen.MayHaveChanged() && !screen.WhenChangedAsync().IsCompleted, "quiet");
        Task drawn = screen.WhenChangedAsync();
        await display.RunAsync("xrefresh");
        await drawn.WaitAsync(Patience, TestContext.Current.CancellationToken);
        screen.MayHaveChanged().ShouldBeTrue();
        await Shell.UntilAsync(() => screen.TryCapture() && !screen.MayHaveChanged() && !screen.WhenChangedAsync().IsCompleted, "quiet again");
        Task moved = screen.WhenChangedAsync();
        await display.RunAsync("xdotool", "mousemove_relative", "11", "22");
        await moved.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Pointer_IsWhereItWasPut()
    {
        using X11Screen screen = Open(sharedMemory: true);
        await display.RunAsync("xdotool", "mousemove", "321", "123");
        screen.Pointer().ShouldBe((321, 123));
    }

    private X11Screen Open(bool sharedMemory) => new(XConnection.TryOpen(display.Name)!, new OwnWindows(), new Mask(TimeProvider.System), sharedMemory);

    private async Task<byte[]> ImportAsync()
    {
        string file = Path.Combine(Path.GetTempPath(), $"capture-{Guid.NewGuid():N}.rgb");
        await display.RunAsync("import", "-window", "root", "-depth", "8", "rgb:" + file);
        byte[] pixels = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        return pixels;
    }

    private static byte[] Rgb(X11Screen screen)
    {
        (int width, int height) = (screen.Picture.Grid.Width, screen.Picture.Grid.Height);
        var rgb = new byte[width * height * 3];
        int at = 0;
        for (int y = 0; y < height; y++)
        {
            foreach (uint pixel in screen.Picture.Pixels(0, y, width))
            {
                (rgb[at], rgb[at + 1], rgb[at + 2]) = ((byte)(pixel >> 16), (byte)(pixel >> 8), (byte)pixel);
                at += 3;
            }
        }
        return rgb;
    }
}
