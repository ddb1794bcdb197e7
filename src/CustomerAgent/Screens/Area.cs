namespace ServiceDesk.CustomerAgent.Screens;

/// <summary>A rectangle of the desktop in pixels; empty where width or height is not positive.</summary>
internal readonly record struct Area(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public bool IsEmpty => Width <= 0 || Height <= 0;

    public bool Holds(int x, int y) => x >= X && y >= Y && x < Right && y < Bottom;

    /// <summary>What both cover; empty where they do not meet.</summary>
    public Area Common(Area other)
    {
        int x = Math.Max(X, other.X), y = Math.Max(Y, other.Y);
        return new Area(x, y, Math.Min(Right, other.Right) - x, Math.Min(Bottom, other.Bottom) - y);
    }

    /// <summary>What is left without <paramref name="other"/>: at most four areas, none over another.</summary>
    public IEnumerable<Area> Without(Area other)
    {
        Area hole = Common(other);
        if (hole.IsEmpty)
            return [this];
        return new Area[]
        {
            new(X, Y, Width, hole.Y - Y),
            new(X, hole.Bottom, Width, Bottom - hole.Bottom),
            new(X, hole.Y, hole.X - X, hole.Height),
            new(hole.Right, hole.Y, Right - hole.Right, hole.Height),
        }.Where(part => !part.IsEmpty);
    }
}
