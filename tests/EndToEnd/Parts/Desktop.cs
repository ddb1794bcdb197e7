using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A real desktop of its own: an X server on a free display, 1280 × 800 in true colour, without a window manager.</summary>
public sealed class Desktop : IAsyncDisposable
{
    public const int Width = 1280;
    public const int Height = 800;

    private readonly Process _server;
    private readonly List<Process> _programs = [];

    private Desktop(Process server, string display)
    {
        _server = server;
        Display = display;
    }

    /// <summary>As in <c>:7</c>.</summary>
    public string Display { get; }

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?> { ["DISPLAY"] = Display, ["LC_ALL"] = "C.UTF-8", ["WAYLAND_DISPLAY"] = null };

    public static async Task<Desktop> StartAsync()
    {
        // The server itself looks for a free display and writes its number.
        ProcessStartInfo start = new("Xvfb", ["-displayfd", "1", "-screen", "0", $"{Width}x{Height}x24", "-nolisten", "tcp", "-noreset", "-dpi", "96"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process server = Process.Start(start) ?? throw new InvalidOperationException("Xvfb did not start.");
        StringBuilder complaints = new();
        server.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        server.BeginErrorReadLine();
        string? number = await server.StandardOutput.ReadLineAsync().WaitAsync(Patience.Usual);
        return int.TryParse(number, CultureInfo.InvariantCulture, out int display)
            ? new Desktop(server, $":{display}")
            : throw new InvalidOperationException($"Xvfb found no display: {complaints}");
    }

    /// <summary>Starts a program on this desktop; it ends with the desktop at the latest.</summary>
    public Process Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder };
        foreach ((string name, string? value) in Environment.Concat(environment ?? new Dictionary<string, string?>()))
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        _programs.Add(process);
        return process;
    }

    /// <summary>What is on the screen now, without the pointer.</summary>
    public async Task<RgbPicture> LookAsync() =>
        new(Width, Height, await Command.RunAsync("import", ["-silent", "-window", "root", "-depth", "8", "rgb:-"], Environment));

    /// <summary>What is on the screen once two looks in a row agree.</summary>
    public async Task<RgbPicture> LookWhenStillAsync(TimeSpan? within = null)
    {
        RgbPicture last = await LookAsync();
        return await Patience.ForAsync(async () =>
        {
            RgbPicture now = await LookAsync();
            bool isStill = PixelCompare.Between(last, now).IsNone;
            last = now;
            return isStill ? now : null;
        }, "the desktop comes to rest", within);
    }

    public Task<byte[]> XdotoolAsync(params string[] arguments) => Command.RunAsync("xdotool", arguments, Environment);

    public Task PointAsync(int x, int y) => XdotoolAsync("mousemove", "--sync", Text(x), Text(y));

    public Task ClickAsync(int x, int y, int button = 1) => XdotoolAsync("mousemove", Text(x), Text(y), "click", Text(button));

    /// <summary>Keys by their X names, as in <c>Return</c> or <c>ctrl+shift+F11</c>.</summary>
    public Task PressAsync(params string[] keys) => XdotoolAsync(["key", .. keys]);

    public Task TypeAsync(string text) => XdotoolAsync("type", "--delay", "15", text);

    /// <summary>Visible windows whose title fits a regular expression.</summary>
    public async Task<IReadOnlyList<DesktopWindow>> WindowsAsync(string title)
    {
        (_, byte[] output, _) = await Command.TryAsync("xdotool", ["search", "--onlyvisible", "--name", title], Environment);
        List<DesktopWindow> windows = [];
        foreach (string id in Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (await DesktopWindow.ReadAsync(this, id) is { } window)
            {
                windows.Add(window);
            }
        }

        return windows;
    }

    public Task<DesktopWindow> WindowAsync(string title, TimeSpan? within = null) =>
        Patience.ForAsync(async () => (await WindowsAsync(title)).FirstOrDefault(), $"a window titled {title} is there", within);

    public Task NoWindowAsync(string title, TimeSpan? within = null) =>
        Patience.UntilAsync(async () => (await WindowsAsync(title)).Count == 0, $"no window titled {title} is there", within);

    public async ValueTask DisposeAsync()
    {
        foreach (Process process in _programs.Append(_server))
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
