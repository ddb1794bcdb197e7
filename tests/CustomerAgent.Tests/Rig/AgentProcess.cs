using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The real program on a real display, used as a customer would: by clicks on its windows.</summary>
internal sealed class AgentProcess : IAsyncDisposable
{
    private const int MiddleOfItsFirstRow = 22;

    private readonly VirtualDisplay _display;
    private readonly TaskCompletionSource _firstError = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AgentProcess(VirtualDisplay display, Process process)
    {
        _display = display;
        Process = process;
        Errors = ReadErrorsAsync(process.StandardError);
    }

    public Process Process { get; }

    /// <summary>All it wrote on its error output, when it has ended.</summary>
    public Task<string> Errors { get; }

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } =
        AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/tests/CustomerAgent.Tests/", StringComparison.Ordinal)];

    public static AgentProcess Start(VirtualDisplay display, params string[] arguments) => Start(display, new Dictionary<string, string>(), arguments);

    public static AgentProcess Start(VirtualDisplay display, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        PublishedAgent is { Length: > 0 } file
            ? new(display, Shell.Start(display.Name, environment, file, arguments))
            : new(display, Shell.Start(display.Name, environment, "dotnet", [BuiltAgent(), .. arguments]));

    // With this set, the same tests run against the file that customers get: trimmed, compressed, self-contained.
    private static string? PublishedAgent => Environment.GetEnvironmentVariable("SERVICEDESK_AGENT_FILE");

    /// <summary>Waits until the panel shows this page and takes answers.</summary>
    public Task<Box> PageAsync(string name) => WindowAsync("^ServiceDesk$", name);

    /// <summary>Waits until the strip is in this state.</summary>
    public Task<Box> StripAsync(string state) => WindowAsync("^ServiceDesk – ", state);

    /// <summary>Waits until the strip of a session that is seen has its place; a window manager moves and resizes in its own time.</summary>
    /// <param name="centre">The middle of the desktop.</param>
    public Task StripAtTopCentreAsync(int centre) => Shell.UntilAsync(
        async () => await StripAsync("seen") is { Y: >= 0 and <= 4 } strip && Math.Abs(strip.X + (strip.Width / 2) - centre) <= 4
            ? (object)true : null,
        "the strip at the top centre");

    /// <summary>The left answer, or the only one.</summary>
    public async Task YesAsync(string page)
    {
        Box panel = await PageAsync(page);
        await ClickAsync(panel.X + 105, panel.Y + panel.Height - 48);
    }

    /// <summary>The right answer.</summary>
    public async Task NoAsync(string page)
    {
        Box panel = await PageAsync(page);
        await ClickAsync(panel.X + panel.Width - 105, panel.Y + panel.Height - 48);
    }

    public async Task EndByStripAsync(string state)
    {
        Box strip = await StripAsync(state);
        await ClickAsync(strip.X + strip.Width - 50, strip.Y + MiddleOfItsFirstRow);
    }

    public async Task TakeBackAsync()
    {
        Box strip = await StripAsync("controlled");
        await ClickAsync(strip.X + strip.Width - 240, strip.Y + (strip.Height / 2));
    }

    /// <summary>"Show only this…" on a page, right above its answers.</summary>
    public async Task ShowOnlyAsync(string page)
    {
        Box panel = await PageAsync(page);
        await ClickAsync(panel.X + (panel.Width / 2), panel.Y + panel.Height - 115);
    }

    /// <summary>Pause, or Go on.</summary>
    public async Task PauseAsync(string state, bool controlled)
    {
        Box strip = await StripAsync(state);
        await ClickAsync(strip.X + strip.Width - (controlled ? 430 : 188), strip.Y + (strip.Height / 2));
    }

    /// <summary>Where every window of the agent's is that can be seen.</summary>
    public async Task<IReadOnlyList<Box>> WindowsAsync()
    {
        var boxes = new List<Box>();
        foreach (string id in (await _display.RunAsync("xdotool", "search", "--onlyvisible", "--name", "^ServiceDesk")).Split('\n'))
            boxes.Add(await BoxAsync(id));
        return boxes;
    }

    /// <summary>Clicks through to a session in which the consultant sees the screen.</summary>
    public async Task AllowViewingAsync(FakeDesk desk)
    {
        await YesAsync("start");
        await YesAsync("channel");
        await YesAsync("viewing");
        await TypeNumberAsync(desk);
        await StripAsync("seen");
    }

    /// <summary>Types the number that is read out.</summary>
    public Task TypeNumberAsync(FakeDesk desk) => EnterAsync("number", () => desk.Viewer.Number!);

    /// <summary>Types into a page's entry and goes on.</summary>
    public async Task EnterAsync(string page, Func<string> text)
    {
        await PageAsync(page);
        await _display.RunAsync("xdotool", "type", text());
        await YesAsync(page);
    }

    /// <summary>The consultant asks for control and gets it.</summary>
    public async Task AllowControlAsync(FakeDesk desk)
    {
        await desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await YesAsync("control");
        await StripAsync("controlled");
        await Shell.UntilAsync(() => desk.Viewer.Grants?.Grants == (Grants.View | Grants.Control), "control");
    }

    /// <summary>The right answer of a page that was left and has come back with a problem, which is written on the error output in between.</summary>
    public async Task NoAgainAsync(string page)
    {
        await _firstError.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await NoAsync(page);
    }

    /// <summary>Its icon in the tray's panel.</summary>
    public Task<Box> TrayIconAsync() => Shell.UntilAsync(() => SmallWindowAsync("^ServiceDesk$"), "the icon");

    /// <summary>The icon's menu; null while it is not open.</summary>
    public Task<Box?> MenuAsync() => SmallWindowAsync("^servicedesk-agent$");

    /// <summary>The strip's window id.</summary>
    public async Task<nuint> StripWindowAsync() =>
        nuint.Parse((await _display.RunAsync("xdotool", "search", "--onlyvisible", "--name", "^ServiceDesk – ")).Split('\n')[0], CultureInfo.InvariantCulture);

    public Task ClickAsync(int x, int y) => _display.RunAsync(
        "xdotool", "mousemove", x.ToString(CultureInfo.InvariantCulture), y.ToString(CultureInfo.InvariantCulture), "click", "1");

    public void Signal(PosixSignal signal) =>
        kill(Process.Id, signal == PosixSignal.SIGTERM ? 15 : signal == PosixSignal.SIGINT ? 2 : throw new NotSupportedException()).ShouldBe(0);

    public async Task<int> ExitAsync(int seconds = 15)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Process.WaitForExitAsync(patience.Token);
        return Process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
            Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    // From the agent's own folder, with the libraries it ships; this test's folder lacks those that its framework has.
    private static string BuiltAgent()
    {
        string configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        return Directory.GetFiles($"{Root}/src/CustomerAgent/bin/{configuration}", "ServiceDesk-Agent.dll", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc).First();
    }

    private async Task<Box> WindowAsync(string title, string role)
    {
        string seen = "nothing";
        try
        {
            return await Shell.UntilAsync<Box>(async () => await FindAsync(title, role, found => seen = found), $"window {title} in role {role}");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} Seen: {seen}. Agent: {(Process.HasExited ? await Errors : "running")}");
        }
    }

    private async Task<string> ReadErrorsAsync(StreamReader output)
    {
        var all = new StringBuilder();
        while (await output.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            _firstError.TrySetResult();
        }
        return all.ToString();
    }

    private async Task<Box?> FindAsync(string title, string role, Action<string> seen)
    {
        string ids;
        try
        {
            ids = await _display.RunAsync("xdotool", "search", "--onlyvisible", "--name", title);
        }
        catch (InvalidOperationException)
        {
            return null; // xdotool's way to say that there is none
        }
        string id = ids.Split('\n')[0];
        string found = await _display.RunAsync("xprop", "-id", id, "WM_WINDOW_ROLE");
        seen(found);
        if (!found.Contains($"\"{role}\"", StringComparison.Ordinal))
            return null;
        return await BoxAsync(id);
    }

    // xdotool counts a window manager's frame twice; xwininfo does not.
    private async Task<Box> BoxAsync(string id)
    {
        string geometry = await _display.RunAsync("xwininfo", "-id", id);
        int Number(string name) => int.Parse(
            geometry.Split('\n').Single(line => line.Contains(name, StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
        return new Box(Number("Absolute upper-left X"), Number("Absolute upper-left Y"), Number("Width"), Number("Height"));
    }

    // As large as an icon or a menu is.
    private async Task<Box?> SmallWindowAsync(string title)
    {
        foreach (string id in (await _display.RunAsync("sh", "-c", $"xdotool search --onlyvisible --name '{title}' || true")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (await BoxAsync(id) is { Width: > 10 and < 200, Height: < 100 } box)
                return box;
        }
        return null;
    }

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}

/// <summary>Where a window is.</summary>
internal sealed record Box(int X, int Y, int Width, int Height);
