namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>A window that can be seen, with the frame that a window manager may have put round it.</summary>
/// <param name="Id">The outermost window's number.</param>
/// <param name="Area">Where it is, border and frame included.</param>
/// <param name="IsOwn">The agent's own: never in a picture.</param>
/// <param name="Program">Number of the program's window inside; <see cref="Id"/> where there is no frame.</param>
internal readonly record struct DesktopWindow(nuint Id, Area Area, bool IsOwn, nuint Program)
{
    private readonly Region? _solid;

    /// <summary>The part through which nothing can be seen that lies beneath; all of it unless said otherwise.</summary>
    public Region Solid
    {
        get => _solid ?? Region.Of(Area);
        init => _solid = value.IsMadeAs(Region.Of(Area)) ? null : value;
    }

    /// <summary>The window at another place. Which part of another size is solid has to be found out first, unless all of it is.</summary>
    public DesktopWindow At(Area area)
    {
        DesktopWindow moved = this with { Area = area };
        if (_solid is null)
            return moved;
        bool isSameSize = (area.Width, area.Height) == (Area.Width, Area.Height);
        return moved with { Solid = isSameSize ? _solid.MovedBy(area.X - Area.X, area.Y - Area.Y) : Region.Nothing };
    }
}
