using System.Diagnostics;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A program of the system that is run to its end.</summary>
public static class Command
{
    /// <summary>Gives what the program wrote. Another exit code than 0 throws with what it complained of.</summary>
    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        (int code, byte[] output, string complaint) = await TryAsync(program, arguments, environment);
        return code == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}: {complaint.Trim()}");
    }

    public static async Task<(int Code, byte[] Output, string Complaint)> TryAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        using MemoryStream output = new();
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await complaint);
    }
}
