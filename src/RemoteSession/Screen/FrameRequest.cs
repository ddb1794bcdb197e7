namespace ServiceDesk.Remote.Screen;

/// <summary>What the next frame is to be like.</summary>
/// <param name="Frame">Its number.</param>
/// <param name="Now">Time on a clock that only goes forward.</param>
public readonly record struct FrameRequest(uint Frame, TimeSpan Now)
{
    /// <summary>The viewer has nothing to build on.</summary>
    public bool Whole { get; init; }

    /// <summary>How good photos are that go roughly at first, 30 to 95; 0 sends them exactly at once.</summary>
    public int PhotoQuality { get; init; } = 90;

    /// <summary>Bytes that may go into making rough tiles exact; as many as fit. 0 leaves them as they are.</summary>
    public int RefinementBytes { get; init; }

    /// <summary>What plays like a video waits, so that text and input go first.</summary>
    public bool HoldsVideo { get; init; }
}
