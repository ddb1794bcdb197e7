using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ServiceDesk.CustomerAgent.Prompts;

namespace ServiceDesk.CustomerAgent;

/// <summary>The one place that asks which system this is.</summary>
internal static partial class Platform
{
    /// <summary>Says a sentence where there is no window of ours: on the console, on Windows in a box.</summary>
    public static void Say(string sentence)
    {
        if (OperatingSystem.IsWindows())
            _ = MessageBoxW(0, sentence, "ServiceDesk", 0);
        else
            Console.Error.WriteLine(sentence);
    }

    /// <summary>Why the program cannot run here, or null when it can.</summary>
    public static (ExitCode Code, string Reason)? WhyNot(AgentTexts texts)
    {
        if (IsElevated())
            return (ExitCode.Elevated, texts.Elevated);
        return OperatingSystem.IsLinux() ? X11Desktop.WhyNot(texts) : (ExitCode.CannotShare, texts.WindowsNotYet);
    }

    /// <summary>Runs one session on this desktop.</summary>
    public static ExitCode Run(AgentOptions options, AgentTexts texts) =>
        OperatingSystem.IsLinux() ? X11Desktop.Run(options, texts) : ExitCode.CannotShare;

    // A person who signs in as root has no other rights to start it with; sudo, pkexec and "as administrator" are a mistake.
    private static bool IsElevated() => Environment.IsPrivilegedProcess && (OperatingSystem.IsWindows()
        || Environment.GetEnvironmentVariable("SUDO_UID") is not null || Environment.GetEnvironmentVariable("PKEXEC_UID") is not null);

    [SupportedOSPlatform("windows")]
    [LibraryImport("user32.dll", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int MessageBoxW(nint owner, string text, string caption, uint type);
}
