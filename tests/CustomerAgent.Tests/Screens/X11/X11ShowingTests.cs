using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests.Screens.X11;

public sealed class X11ShowingTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>, IAsyncLifetime
{
    private static readonly Area Whole = new(0, 0, 1280, 800);
    private static readonly Area Right = new(640, 0, 640, 800);

    private readonly Mask _mask = new(TimeProvider.System);

    public async ValueTask InitializeAsync() => await display.MonitorAsync("right", Right);

    public async ValueTask DisposeAsync() => await display.MonitorAsync("right", null);

    [Theory]
    [InlineData("C")]
    [InlineData("C.UTF-8")]
    public async Task List_NamesMonitorsAndWindows_InTheWordsOfTheirTitles(string locale)
    {
        using var showing = new X11Showing(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask);
        using System.Diagnostics.Process mail = Shell.Start(
            display.Name, new Dictionary<string, string> { ["LC_ALL"] = locale }, "xterm", "-u8", "-T", "Prüfung Größe", "-e", "sleep 60");
        await Shell.UntilAsync(() => showing.List().Count == 3, "the terminal");
        IReadOnlyList<Showable> list = showing.List();
        list.Take(2).Select(monitor => monitor.Place).ShouldBe([Right, Whole], ignoreOrder: true);
        list[2].Title.ShouldContain("Größe");
        list[2].Program.ShouldNotBe((nuint)0);
        mail.Kill();
        await Shell.UntilAsync(() => showing.List().Count == 2, "the terminal is gone");
        await display.MonitorAsync("right", null);
        showing.List().ShouldBeEmpty("one monitor is the whole screen");
        await display.MonitorAsync("right", Right);
    }

    [Fact]
    public async Task Preview_IsThePictureOfTheChoice_AndChangesNothing()
    {
        await display.RunAsync("xsetroot", "-solid", "#204060");
        using var showing = new X11Showing(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask);
        Thumbnail preview = showing.Preview(new OneMonitor(Right))!;
        (preview.Width, preview.Height).ShouldBe((368, 229));
        preview.Rgb.AsSpan(0, 3).ToArray().ShouldBe([0x8A, 0x95, 0x96]);
        preview.Rgb.AsSpan(preview.Rgb.Length - 3).ToArray().ShouldBe([0x20, 0x40, 0x60]);
        _mask.Choice.ShouldBe(Choice.Everything);
    }

    [Fact]
    public async Task MonitorsChanged_ShowsNothing_WhenTheChosenOneIsGone()
    {
        using var showing = new X11Showing(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask);
        showing.Choice = new OneMonitor(Right);
        showing.MonitorsChanged();
        showing.Choice.ShouldBe(new OneMonitor(Right));
        await display.MonitorAsync("right", null);
        showing.MonitorsChanged();
        showing.Choice.ShouldBeOfType<SomeWindows>().Programs.ShouldBeEmpty();
        await display.MonitorAsync("right", Right);
    }
}
