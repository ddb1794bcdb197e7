namespace ServiceDesk.Remote.Rs1;

/// <summary>The bounds of rs1. Each end keeps them by itself; nobody can raise them from outside.</summary>
public static class Rs1Limits
{
    /// <summary>Longest handshake or resume message, in bytes.</summary>
    public const int HandshakeBytes = 512;

    /// <summary>
    /// Handshakes an end takes part in on one channel. A relay that retries in silence until both ends show the same six
    /// digits has at most 3 · 3 chances in 10⁶.
    /// </summary>
    public const int Handshakes = 3;

    /// <summary>Numbers the customer may type on one channel.</summary>
    public const int Typings = 3;

    /// <summary>From the agent's first message to the confirmation of both.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(20);

    /// <summary>For reading out and typing the number.</summary>
    public static readonly TimeSpan Number = TimeSpan.FromSeconds(180);

    /// <summary>Records in one epoch, the announcement of the next one not counted.</summary>
    public const ulong EpochRecords = 1 << 16;

    /// <summary>Age of an epoch after which its sender begins the next.</summary>
    public static readonly TimeSpan EpochAge = TimeSpan.FromMinutes(10);

    /// <summary>From the loss of a line to its replacement.</summary>
    public static readonly TimeSpan Resume = TimeSpan.FromSeconds(60);

    /// <summary>Lines replaced in one session.</summary>
    public const uint Resumes = 10;

    /// <summary>From the joining to the end.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromHours(2);

    /// <summary>Longest padded content of a record from the agent, in bytes.</summary>
    public const int PlainFromAgent = 256 * 1024;

    /// <summary>
    /// Longest padded content of a record from the viewer, in bytes: a chunk of clipboard or file. What other messages may
    /// have is <see cref="Wire.WireLimits.FromViewer"/>.
    /// </summary>
    public const int PlainFromViewer = 64 * 1024;
}
