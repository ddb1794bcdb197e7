using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Tiles that were kept for later.</summary>
internal sealed class KeptTiles
{
    private readonly (int Width, int Height, uint[] Pixels)?[] _slots = new (int, int, uint[])?[ScriptLimits.Slots];

    public void Clear() => Array.Clear(_slots);

    public void Keep(Canvas canvas, Patch tile, int slot)
    {
        uint[] pixels = new uint[tile.Area];
        canvas.Read(tile, pixels);
        _slots[slot] = (tile.Width, tile.Height, pixels);
    }

    public void Paint(Canvas canvas, Patch tile, int slot)
    {
        if (_slots[slot] is not { } kept) throw new WireFormatException("empty slot");
        if (kept.Width != tile.Width || kept.Height != tile.Height) throw new WireFormatException("slot of another size");
        canvas.Paint(tile, kept.Pixels);
    }
}
