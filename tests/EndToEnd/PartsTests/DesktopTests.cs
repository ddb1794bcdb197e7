using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.PartsTests;

public sealed class DesktopTests
{
    [Fact]
    public async Task Terminal_WritesAFile_WhenALineIsTyped()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        Terminal terminal = await Terminal.OpenAsync(desktop, folder.Path);

        await terminal.TypeLineAsync("echo 'Grüße, 100 %' > typed.txt");

        await Patience.UntilAsync(() => File.Exists(folder.Below("typed.txt")) && new FileInfo(folder.Below("typed.txt")).Length > 0, "the file is there");
        (await File.ReadAllTextAsync(folder.Below("typed.txt"), TestContext.Current.CancellationToken)).ShouldBe("Grüße, 100 %\n");
    }

    [Fact]
    public async Task Look_ShowsTheWindow_WhereItIs()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        RgbPicture empty = await desktop.LookAsync();
        Terminal terminal = await Terminal.OpenAsync(desktop, folder.Path, x: 100, y: 200);

        RgbPicture picture = await desktop.LookWhenStillAsync();

        PixelDifference difference = PixelCompare.Between(empty, picture);
        difference.Where.ShouldNotBeNull();
        terminal.Window.Area.Holds(difference.Where.Value.X, difference.Where.Value.Y).ShouldBeTrue($"{difference}, the window is at {terminal.Window.Area}");
        PixelCompare.Between(empty, picture, terminal.Window.Area, Border(terminal.Window.Area)).IsNone.ShouldBeTrue();
    }

    [Fact]
    public async Task Close_EndsTheProgram()
    {
        await using Desktop desktop = await Desktop.StartAsync();
        using TemporaryFolder folder = new();
        Terminal terminal = await Terminal.OpenAsync(desktop, folder.Path, "To be closed");

        terminal.Window.Close();

        await desktop.NoWindowAsync("^To be closed$");
        await terminal.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Usual, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Desktops_HaveDisplaysOfTheirOwn()
    {
        await using Desktop one = await Desktop.StartAsync();
        await using Desktop other = await Desktop.StartAsync();

        one.Display.ShouldNotBe(other.Display);
    }

    [Fact]
    public async Task Window_IsNotFound_WhenThereIsNone()
    {
        await using Desktop desktop = await Desktop.StartAsync();

        await Should.ThrowAsync<TimeoutException>(() => desktop.WindowAsync("^Nothing$", TimeSpan.FromMilliseconds(200)));
    }

    // X draws a window's border outside of the window.
    private static Area Border(Area area) => new(area.X - 2, area.Y - 2, area.Width + 4, area.Height + 4);
}
