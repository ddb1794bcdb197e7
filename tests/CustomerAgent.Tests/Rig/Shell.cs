using System.Diagnostics;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>Runs the desktop's own tools, on one display.</summary>
internal static class Shell
{
    /// <summary>Runs a program to its end. Fails loudly when it is missing or ends with an error.</summary>
    public static async Task<string> RunAsync(string? display, string program, params string[] arguments)
    {
        using Process process = Start(display, program, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} → {process.ExitCode}: {await errors}");
    }

    /// <summary>Starts a program that goes on by itself.</summary>
    public static Process Start(string? display, string program, params string[] arguments) =>
        Start(display, new Dictionary<string, string>(), program, arguments);

    /// <inheritdoc cref="Start(string?, string, string[])"/>
    public static Process Start(string? display, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (display is not null)
            start.Environment["DISPLAY"] = display;
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Looks again and again until it is so.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look, string what, int seconds = 15)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            if (await look() is { } found && found is not false)
                return found;
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Waited {seconds} s in vain: {what}.");
    }

    /// <inheritdoc cref="UntilAsync{T}"/>
    public static Task UntilAsync(Func<bool> look, string what, int seconds = 15) =>
        UntilAsync(() => Task.FromResult(look() ? (object)true : null), what, seconds);
}
