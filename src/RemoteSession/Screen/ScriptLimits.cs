namespace ServiceDesk.Remote.Screen;

/// <summary>What a script may ask for; a receiver refuses more before it does the work.</summary>
public static class ScriptLimits
{
    /// <summary>Tiles that both ends remember.</summary>
    public const int Slots = 4096;

    /// <summary>Pixels of columns that both ends remember.</summary>
    public const int HistoryPixels = 1 << 20;

    /// <summary>Colours of the palette.</summary>
    public const int Colours = 256;

    /// <summary>Copies in a frame.</summary>
    public const int Copies = 256;

    /// <summary>Painted rectangles in a frame, tiles from the cache included.</summary>
    public const int Rectangles = ushort.MaxValue;

    /// <summary>How many times the area of the picture a frame may paint in all.</summary>
    public const int Overpaint = 4;
}
