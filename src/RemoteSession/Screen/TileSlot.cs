namespace ServiceDesk.Remote.Screen;

/// <summary>A tile of the picture, and a slot of the cache.</summary>
internal readonly record struct TileSlot(int Tile, int Slot);
