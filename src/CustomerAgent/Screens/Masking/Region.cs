namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>A part of the desktop of any shape, made of areas that do not overlap. Never changes; the operations give new ones.</summary>
internal sealed class Region
{
    public static readonly Region Nothing = new([]);

    private readonly Area[] _areas;

    private Region(Area[] areas) => _areas = areas;

    public IReadOnlyList<Area> Areas => _areas;

    public static Region Of(Area area) => area.IsEmpty ? Nothing : new([area]);

    public bool Holds(int x, int y) => _areas.Any(area => area.Holds(x, y));

    public Region With(Area area) => area.IsEmpty ? this : new([.. Without(area)._areas, area]);

    public Region With(Region other) => new([.. Without(other._areas)._areas, .. other._areas]);

    public Region MovedBy(int right, int down) => new([.. _areas.Select(area => area.MovedBy(right, down))]);

    public Region Without(Area area) =>
        _areas.Any(own => !own.Common(area).IsEmpty) ? new([.. _areas.SelectMany(own => own.Without(area))]) : this;

    public Region Without(IEnumerable<Area> areas) => areas.Aggregate(this, (left, area) => left.Without(area));

    /// <summary>What both hold.</summary>
    public Region Common(Region other) => ReferenceEquals(this, other)
        ? this
        : new([.. _areas.SelectMany(own => other._areas.Select(own.Common)).Where(area => !area.IsEmpty)]);

    /// <summary>Whether both are made of the same areas in the same order; false says nothing about their pixels.</summary>
    public bool IsMadeAs(Region other) => ReferenceEquals(this, other) || _areas.AsSpan().SequenceEqual(other._areas);
}
