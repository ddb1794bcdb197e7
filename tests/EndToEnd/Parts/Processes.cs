using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>Signals, and finding processes by a mark in their environment, which children inherit and keep when their parent is gone.</summary>
public static partial class Processes
{
    private const int SigTerm = 15;

    public static void Terminate(Process process)
    {
        if (Kill(process.Id, SigTerm) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} cannot be told to end: error {Marshal.GetLastPInvokeError()}");
        }
    }

    public static async Task KillAsync(Process process)
    {
        process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync();
    }

    /// <summary>Running processes, zombies excepted, that were started with this variable.</summary>
    public static IReadOnlyList<int> With(string name, string value)
    {
        string mark = $"{name}={value}";
        return [.. Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out int id) ? id : 0).Where(id => id > 0 && IsMarked(id, mark))];
    }

    private static bool IsMarked(int id, string mark)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ").Split('\0').Contains(mark);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
