namespace ServiceDesk.Remote.Screen;

/// <summary>A rectangle of tiles, row by row.</summary>
internal readonly record struct TileRange(int First, int Width, int Height, int GridColumns)
{
    public int Count => Width * Height;

    /// <summary>Number of a tile.</summary>
    public int this[int index] => First + (index / Width * GridColumns) + (index % Width);
}
