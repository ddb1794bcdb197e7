using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// The runtime opens pipes for debuggers in the temporary folder before a program's first line runs. This program writes no file,
/// so on Linux it removes them and starts itself over, in the same process, with that switched off. On Windows they are not files.
/// </summary>
internal static partial class RuntimeTraces
{
    private const string Switch = "DOTNET_EnableDiagnostics";

    /// <summary>Does not return the first time, unless the system refuses to start the program over.</summary>
    public static void StartOverWithout(string[] args)
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Switch) == "0" || Environment.ProcessPath is not { } program)
            return;
        if (Path.GetFileName(program) == "dotnet")
            return; // a developer's build, run by the shared runtime
        foreach (string pattern in new[] { $"clr-debug-pipe-{Environment.ProcessId}-*", $"dotnet-diagnostic-{Environment.ProcessId}-*" })
            foreach (string pipe in Directory.EnumerateFileSystemEntries(Path.GetTempPath(), pattern))
                _ = unlink(pipe);
        _ = setenv(Switch, "0", 1);
        _ = execv(program, [program, .. args, null]);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unlink(string path);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int execv(string path, string?[] arguments);
}
