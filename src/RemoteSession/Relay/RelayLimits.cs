namespace ServiceDesk.Remote.Relay;

/// <summary>What the relay allows. Sizes are bytes of message content; null is no limit.</summary>
public sealed record RelayLimits
{
    /// <summary>From the agent: messages of 256 KiB + 29, 20 Mbit/s with 4 MiB at once, 200 messages/s.</summary>
    public RelayDirectionLimits FromAgent { get; init; } = new()
    {
        MessageBytes = (256 * 1024) + 29,
        BytesPerSecond = 20_000_000 / 8,
        BurstBytes = 4 * 1024 * 1024,
        MessagesPerSecond = 200,
    };

    /// <summary>From the viewer: messages of 64 KiB + 29, 512 kbit/s with 256 KiB at once, 200 messages/s.</summary>
    public RelayDirectionLimits FromViewer { get; init; } = new()
    {
        MessageBytes = (64 * 1024) + 29,
        BytesPerSecond = 512_000 / 8,
        BurstBytes = 256 * 1024,
        MessagesPerSecond = 200,
    };

    /// <summary>From the connection to the end of the join message.</summary>
    public TimeSpan Join { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the early end waits for the other.</summary>
    public TimeSpan PeerWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of an early end that wait in memory for the other end; above it the early end is read no further.</summary>
    public int HeldBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>
    /// Silence of one end while both are there. Longer than the 180 s in which the customer types the verification number and neither
    /// end speaks; after it both speak every 5 s and notice silence among themselves.
    /// </summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(200);

    /// <summary>How long one write may wait for a reader; then the reader's line counts as lost.</summary>
    public TimeSpan Stuck { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Both ends together.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long the relay waits for the answer to a close before it drops the line.</summary>
    public TimeSpan CloseGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Sessions at a time.</summary>
    public int Rooms { get; init; } = 50;

    /// <summary>The limits of one direction.</summary>
    public RelayDirectionLimits From(RelaySide side) => side == RelaySide.Agent ? FromAgent : FromViewer;
}

/// <summary>What one end may send.</summary>
public sealed record RelayDirectionLimits
{
    /// <summary>Longest message. Above it: close 1009, as soon as the count passes it.</summary>
    public required int MessageBytes { get; init; }

    /// <summary>Above it the relay stops reading for a while; nothing is dropped and nobody is closed.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Bytes at once before <see cref="BytesPerSecond"/> counts.</summary>
    public int BurstBytes { get; init; }

    /// <summary>Above it, after two seconds' worth at once: close 4429.</summary>
    public int? MessagesPerSecond { get; init; }
}
