namespace ServiceDesk.Remote.Joining;

/// <summary>The agent's files as the desk offers them, and the oldest agent the desk still accepts.</summary>
public static class AgentDownloads
{
    /// <summary>File for <c>linux-x64</c>.</summary>
    public const string LinuxX64 = "ServiceDesk-Agent-linux-x64";

    /// <summary>File for <c>win-x64</c>.</summary>
    public const string WindowsX64 = "ServiceDesk-Agent-win-x64.exe";

    /// <summary>Older agents are refused with <see cref="JoinRefusal.OutdatedAgent"/>.</summary>
    public static readonly Version MinimumVersion = new(0, 2, 0);

    /// <summary>
    /// Whether an agent that calls itself this version may join: <c>0.1.0</c>, with or without a <c>-suffix</c> or <c>+build</c>.
    /// What is no version is too old.
    /// </summary>
    public static bool IsAccepted(ReadOnlySpan<char> agentVersion)
    {
        int suffix = agentVersion.IndexOfAny('-', '+');
        ReadOnlySpan<char> numbers = suffix < 0 ? agentVersion : agentVersion[..suffix];
        return Version.TryParse(numbers, out Version? version) && version >= MinimumVersion;
    }
}
