using System.Diagnostics;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>An X server of the test's own, without window manager. Missing Xvfb is a failure, never a skip.</summary>
public sealed class VirtualDisplay : IAsyncLifetime
{
    private Process? _server;

    /// <summary>What DISPLAY says.</summary>
    public string Name { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Without -noreset the server forgets keyboard and modes whenever its last client goes.
        _server = Shell.Start(null, "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset");
        string? number = await _server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Name = ":" + (number ?? throw new InvalidOperationException(await _server.StandardError.ReadToEndAsync()));
        await Shell.RunAsync(Name, "setxkbmap", "us");
    }

    public Task<string> RunAsync(string program, params string[] arguments) => Shell.RunAsync(Name, program, arguments);

    /// <summary>Puts a monitor there, or takes it away.</summary>
    internal Task<string> MonitorAsync(string name, Area? place) => place is { } at
        ? RunAsync("xrandr", "--setmonitor", name, $"{at.Width}/100x{at.Height}/100+{at.X}+{at.Y}", "none")
        : RunAsync("xrandr", "--delmonitor", name);

    public Process Start(string program, params string[] arguments) => Shell.Start(Name, program, arguments);

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }
}
