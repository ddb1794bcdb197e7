namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>What can wait, and how rough a photo may be, by what the line takes and what the consultant does.</summary>
internal sealed class Patience(TimeProvider time)
{
    private static readonly TimeSpan EchoTime = TimeSpan.FromMilliseconds(120);
    private const double Moment = 0.1; // seconds of the line that making things exact may take at once
    private const int LeastRefinement = 8 * 1024;
    private const int MostRefinement = 512 * 1024;

    private long _input = long.MinValue;

    /// <summary>The consultant pressed or moved something.</summary>
    public void InputCame() => Interlocked.Exchange(ref _input, time.GetTimestamp());

    /// <summary>Whether the answer to the consultant's input is still awaited, and what plays like a video gives way.</summary>
    public bool HoldsVideo => Interlocked.Read(ref _input) is var input && input != long.MinValue && time.GetElapsedTime(input) < EchoTime;

    /// <summary>How good photos are at first.</summary>
    /// <param name="rate">Bytes a second that the line takes; 0 when that is not known.</param>
    public int PhotoQuality(double rate) => rate switch
    {
        0 or >= 2_000_000 => 90,
        >= 1_000_000 => 80,
        >= 400_000 => 65,
        _ => 40,
    };

    /// <summary>How much of what is rough is made exact at once, on a line with nothing on its way.</summary>
    /// <param name="rate">As above.</param>
    public int RefinementBytes(double rate) => (int)Math.Clamp(rate * Moment, LeastRefinement, MostRefinement);
}
