using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Tests.Rig;

namespace ServiceDesk.CustomerAgent.Tests.Screens.X11;

public sealed class X11ShowingTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private static readonly Area Left = new(0, 0, 640, 800), Right = new(640, 0, 640, 800);

    private readonly Mask _mask = new(TimeProvider.System);
    private IReadOnlyList<Area> _monitors = [Left, Right];

    [Theory]
    [InlineData("C")]
    [InlineData("C.UTF-8")]
    public async Task List_NamesMonitorsAndWindows_InTheWordsOfTheirTitles(string locale)
    {
        using var showing = new X11Showing(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask, () => _monitors);
        using System.Diagnostics.Process mail = Shell.Start(
            display.Name, new Dictionary<string, string> { ["LC_ALL"] = locale }, "xterm", "-u8", "-T", "Prüfung Größe", "-e", "sleep 60");
        await Shell.UntilAsync(() => showing.List().Count == 3, "the terminal");
        IReadOnlyList<Showable> list = showing.List();
        list[0].Place.ShouldBe(Left);
        list[1].Place.ShouldBe(Right);
        list[2].Title.ShouldContain("Größe");
        list[2].Program.ShouldNotBe((nuint)0);
        mail.Kill();
        await Shell.UntilAsync(() => showing.List().Count == 2, "the terminal is gone");
        _monitors = [Left];
        showing.List().ShouldBeEmpty("one monitor is the whole screen");
    }

    [Fact]
    public async Task Preview_IsThePictureOfTheChoice_AndChangesNothing()
    {
        await display.RunAsync("xsetroot", "-solid", "#204060");
        using var showing = new X11Showing(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask, () => _monitors);
        Thumbnail preview = showing.Preview(new OneMonitor(Left))!;
        (preview.Width, preview.Height).ShouldBe((368, 229));
        preview.Rgb.AsSpan(0, 3).ToArray().ShouldBe([0x20, 0x40, 0x60]);
        preview.Rgb.AsSpan(preview.Rgb.Length - 3).ToArray().ShouldBe([0x8A, 0x95, 0x96]);
        _mask.Choice.ShouldBe(Choice.Everything);
    }

    [Fact]
    public void MonitorsChanged_ShowsNothing_WhenTheChosenOneIsGone()
    {
        using var showing = new X11Showing(XConnection.TryOpen(display.Name)!, new OwnWindows(), _mask, () => _monitors);
        showing.Choice = new OneMonitor(Right);
        showing.MonitorsChanged();
        showing.Choice.ShouldBe(new OneMonitor(Right));
        _monitors = [Left];
        showing.MonitorsChanged();
        showing.Choice.ShouldBeOfType<SomeWindows>().Programs.ShouldBeEmpty();
    }
}
