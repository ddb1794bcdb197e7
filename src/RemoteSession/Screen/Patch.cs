namespace ServiceDesk.Remote.Screen;

/// <summary>A rectangle of a picture, in pixels from its upper left corner.</summary>
public readonly record struct Patch(int X, int Y, int Width, int Height)
{
    /// <summary>Pixels in it.</summary>
    public int Area => Width * Height;

    /// <summary>The first column to the right of it.</summary>
    public int Right => X + Width;

    /// <summary>The first row below it.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether two rectangles have a pixel in common.</summary>
    public bool Overlaps(Patch other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>What two overlapping rectangles have in common.</summary>
    public Patch Common(Patch other)
    {
        int x = Math.Max(X, other.X), y = Math.Max(Y, other.Y);
        return new Patch(x, y, Math.Min(Right, other.Right) - x, Math.Min(Bottom, other.Bottom) - y);
    }
}
