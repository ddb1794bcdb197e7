using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>The published desk as a process of its own, with its own data folder. It can be killed and started again on the same data.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _data = new();
    private readonly List<string> _log = [];
    private readonly string[] _arguments;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    private DeskServer(int port, string[] arguments)
    {
        Origin = new Uri($"http://localhost:{port}");
        _arguments = arguments;
    }

    public Uri Origin { get; }

    public string DataFolder => _data.Path;

    public string Database => _data.Below("servicedesk.db");

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Every line that the desk wrote so far, over all its starts.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Starts a desk with demo people on a free port. Further arguments go to the desk as they are.</summary>
    public static async Task<DeskServer> StartAsync(params string[] arguments)
    {
        DeskServer desk = new(FreePort(), ["--demo", .. arguments]);
        try
        {
            await desk.StartAgainAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    public async Task StartAgainAsync()
    {
        if (IsRunning)
        {
            throw new InvalidOperationException("The desk is running.");
        }

        _process?.Dispose();
        int before = Log.Count;
        _process = Launch();
        await Patience.UntilAsync(() => !IsRunning || Log.Skip(before).Any(line => line.StartsWith("Desk ready:", StringComparison.Ordinal)), "the desk says that it is ready", StartTime);
        if (!IsRunning)
        {
            throw new InvalidOperationException($"The desk ended with {_process.ExitCode}:\n{string.Join('\n', Log.TakeLast(40))}");
        }

        await Patience.UntilAsync(AnswersAsync, "the desk answers", StartTime);
    }

    /// <summary>As by pulling the plug.</summary>
    public Task KillAsync() => Processes.KillAsync(Running());

    /// <summary>As by Ctrl+C or a service manager; gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Process process = Running();
        Processes.Terminate(process);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync();
        }

        _process?.Dispose();
        _http.Dispose();
        _data.Dispose();
    }

    private Process Running() => IsRunning ? _process! : throw new InvalidOperationException("The desk is not running.");

    private Process Launch()
    {
        ProcessStartInfo start = new("dotnet", [Published.Desk, "--port", $"{Origin.Port}", "--data", DataFolder, $"--Desk:Agents={Published.Agents}", .. _arguments])
        {
            WorkingDirectory = DataFolder, // not where the desk lies: it must find its own files
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The desk did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_log)
        {
            if (line is not null)
            {
                _log.Add(line);
            }
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using HttpResponseMessage answer = await _http.GetAsync(new Uri(Origin, "/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
