namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>The smallest part of a block: as wide as the body, never torn between two pages.</summary>
/// <param name="Height">In points, without <see cref="Gap"/>.</param>
/// <param name="Paint">Draws it, given the y of its top edge.</param>
public sealed record Strip(float Height, Action<Ink, float> Paint)
{
    /// <summary>White space above; falls away at the top of a page.</summary>
    public float Gap { get; init; }

    /// <summary>Not the last one on a page if the next one is not on it too.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Painted once more where a page begins with this strip.</summary>
    public Strip? Head { get; init; }
}
