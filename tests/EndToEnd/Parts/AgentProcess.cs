using System.Diagnostics;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>
/// A downloaded agent as a customer starts it: made executable, in a home of its own, so that every file it leaves is seen,
/// and with a mark in its environment, so that every process it leaves is found.
/// </summary>
public sealed class AgentProcess : IAsyncDisposable
{
    private const string Mark = "SERVICEDESK_AGENT_RUN";

    private readonly TemporaryFolder _home = new();
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly string _program;
    private readonly Process _process;
    private readonly List<string> _output = [];

    private AgentProcess(string file, Desktop desktop, IReadOnlyList<string> arguments)
    {
        foreach (string folder in new[] { "downloads", "tmp", "run" })
        {
            Directory.CreateDirectory(_home.Below(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _program = _home.Below("downloads", Path.GetFileName(file));
        Install(file, _program);

        ProcessStartInfo start = new(_program, arguments) { WorkingDirectory = _home.Below("downloads"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = _home.Path;
        start.Environment["TMPDIR"] = _home.Below("tmp");
        start.Environment["XDG_RUNTIME_DIR"] = _home.Below("run");
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["DISPLAY"] = desktop.Display;
        start.Environment[Mark] = _mark;
        _process = Process.Start(start) ?? throw new InvalidOperationException("The agent did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool IsRunning => !_process.HasExited;

    public int ProcessId => _process.Id;

    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
            {
                return [.. _output];
            }
        }
    }

    /// <summary>Files that are there now besides the downloaded one.</summary>
    public IReadOnlyList<string> FilesLeft =>
        [.. Directory.EnumerateFileSystemEntries(_home.Path, "*", SearchOption.AllDirectories)
            .Select(entry => Path.GetRelativePath(_home.Path, entry))
            .Where(entry => entry is not ("downloads" or "tmp" or "run") && entry != Path.GetRelativePath(_home.Path, _program))];

    /// <summary>Processes of this agent that run now, itself included.</summary>
    public IReadOnlyList<int> ProcessesLeft => Processes.With(Mark, _mark);

    public static AgentProcess Start(string file, Desktop desktop, params string[] arguments) => new(file, desktop, arguments);

    public static AgentProcess Start(string file, Desktop desktop, Uri server, string? channel = null, string locale = "de") =>
        new(file, desktop, ["--server", server.GetLeftPart(UriPartial.Authority), .. channel is null ? Array.Empty<string>() : ["--channel", channel], "--locale", locale]);

    /// <summary>Waits for its end; gives the exit code.</summary>
    public async Task<int> ExitAsync(TimeSpan? within = null)
    {
        await _process.WaitForExitAsync().WaitAsync(within ?? Patience.Usual);
        return _process.ExitCode;
    }

    public void Terminate() => Processes.Terminate(_process);

    public Task KillAsync() => Processes.KillAsync(_process);

    /// <summary>Nothing may stay behind once it is gone: no process, no file, and the file itself can be deleted.</summary>
    public async Task LeavesNothingAsync()
    {
        await Patience.UntilAsync(() => ProcessesLeft.Count == 0, "no process of the agent is left");
        FilesLeft.ShouldBeEmpty();
        File.Delete(_program);
        File.Exists(_program).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (int left in ProcessesLeft)
        {
            using Process process = Process.GetProcessById(left);
            await Processes.KillAsync(process);
        }

        _process.Dispose();
        _home.Dispose();
    }

    // By another program: had this process the copy open for writing while another test starts something, that child would hold it open
    // for a moment, and a file that is open for writing cannot be started.
    private static void Install(string file, string program)
    {
        using Process copying = Process.Start("install", ["-m", "700", file, program]);
        copying.WaitForExit();
        copying.ExitCode.ShouldBe(0, $"copying {file}");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null)
            {
                _output.Add(line);
            }
        }
    }
}
