namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>The desktop at one moment.</summary>
/// <param name="Whole">All of it.</param>
/// <param name="Windows">From the lowest to the highest. Others than the agent's own are there only when the choice asks for them.</param>
internal sealed record Desktop(Area Whole, IReadOnlyList<DesktopWindow> Windows)
{
    /// <summary>Where monitors are; there only when the choice asks for them.</summary>
    public IReadOnlyList<Area> Monitors { get; init; } = [];
}
