using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(ServiceDesk.Data.Tests.Databases.PostgreSqlServer))]

namespace ServiceDesk.Data.Tests.Databases;

/// <summary>
/// A PostgreSQL server of its own for this run: new cluster, reached by a Unix socket only, gone with the run. Fails when there is no PostgreSQL.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    // The shell outlives the tests by a moment: when they go, however they go, its standard input ends, and it takes the server and its files along.
    private const string Watch = """
        trap '' INT TERM HUP; folder="$1"; shift
        "$@" < /dev/null > "$folder/log" 2>&1 & server=$!
        cat > /dev/null
        kill -QUIT $server; wait $server
        rm -rf "$folder"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sd-pg-").FullName;
    private Process? _watch;
    private int _databases;

    private static readonly string Programs = Find();
    private static readonly string[] AsPostgres = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    public async ValueTask InitializeAsync()
    {
        if (AsPostgres.Length > 0) await RunAsync("chown", "postgres:postgres", _folder);
        await RunAsync([.. AsPostgres, $"{Programs}/initdb", "-D", $"{_folder}/data", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]);
        _watch = Start(["sh", "-c", Watch, "watch", _folder, .. AsPostgres, $"{Programs}/postgres", "-D", $"{_folder}/data", "-k", _folder,
            "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"]);
        await WaitAsync();
    }

    /// <summary>A new, empty database. Returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        string name = $"desk{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_watch is null) return;
        _watch.StandardInput.Close();
        await _watch.WaitForExitAsync();
        _watch.Dispose();
    }

    private string ConnectionTo(string database) => $"Host={_folder};Username=postgres;Database={database};Maximum Pool Size=20";

    private async Task WaitAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && _watch is { HasExited: false })
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
            catch (NpgsqlException failed)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync($"{_folder}/log")}", failed);
            }
        }
    }

    private static string Find()
    {
        string? found = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0)
                .Select(folder => $"{folder}/bin").FirstOrDefault(folder => File.Exists($"{folder}/initdb"))
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(folder => File.Exists($"{folder}/initdb"));
        return found ?? throw new InvalidOperationException("PostgreSQL is not installed, and these tests need it: eng/install-test-tools data");
    }

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
    }

    private static async Task RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} failed: {await output}{await errors}");
    }
}
