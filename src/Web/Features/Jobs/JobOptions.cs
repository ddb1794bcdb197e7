namespace ServiceDesk.Web.Features.Jobs;

/// <summary>From section <c>Desk</c>.</summary>
public sealed class JobOptions
{
    /// <summary>How many days a solved ticket waits for a "no, still broken" before it is closed.</summary>
    public int SolvedDays { get; init; } = 7;
}
