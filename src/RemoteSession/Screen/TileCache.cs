namespace ServiceDesk.Remote.Screen;

/// <summary>
/// The tiles that both ends remember, as this end knows them: found by a hash, proved by their pixels. When all slots are taken the one
/// that was used longest ago goes. Pixels are reserved as slots fill, 16 KiB each.
/// </summary>
internal sealed class TileCache
{
    private const int None = -1;
    private const int TilePixels = TileGrid.Side * TileGrid.Side;

    private readonly Dictionary<ulong, int> _byHash = [];
    private readonly Slot[] _slots = new Slot[ScriptLimits.Slots];
    private int _newest = None, _oldest = None, _count;

    /// <summary>Forgets all tiles.</summary>
    public void Clear()
    {
        _byHash.Clear();
        (_newest, _oldest, _count) = (None, None, 0);
    }

    /// <summary>Looks for a tile as it was sent.</summary>
    public bool Holds(SentPicture picture, Patch tile, ulong hash) => _byHash.TryGetValue(hash, out int slot) && Touch(slot) && IsSame(picture, tile, slot);

    /// <summary>Looks for a tile as it is now.</summary>
    public bool TryFind(PictureView picture, Patch tile, ulong hash, out int slot) =>
        _byHash.TryGetValue(hash, out slot) && IsSame(picture, tile, slot) && Touch(slot);

    /// <summary>Remembers a tile as it was sent.</summary>
    /// <returns>Its slot.</returns>
    public int Keep(SentPicture picture, Patch tile, ulong hash)
    {
        int number = _byHash.TryGetValue(hash, out int same) ? Unlink(same) : _count < _slots.Length ? _count++ : Forget(_oldest);
        ref Slot slot = ref _slots[number];
        slot.Pixels ??= new uint[TilePixels];
        (slot.Width, slot.Height, slot.Hash) = (tile.Width, tile.Height, hash);
        for (int y = 0; y < tile.Height; y++)
            picture.Row(tile.X, tile.Y + y, tile.Width).CopyTo(slot.Pixels.AsSpan(y * tile.Width));
        _byHash[hash] = number;
        LinkNewest(number);
        return number;
    }

    private bool IsSame(SentPicture picture, Patch tile, int number)
    {
        ref Slot slot = ref _slots[number];
        if (slot.Width != tile.Width || slot.Height != tile.Height) return false;
        for (int y = 0; y < tile.Height; y++)
            if (!picture.Row(tile.X, tile.Y + y, tile.Width).SequenceEqual(slot.Pixels.AsSpan(y * tile.Width, tile.Width))) return false;
        return true;
    }

    private bool IsSame(PictureView picture, Patch tile, int number)
    {
        ref Slot slot = ref _slots[number];
        if (slot.Width != tile.Width || slot.Height != tile.Height) return false;
        for (int y = 0; y < tile.Height; y++)
            if (!PixelRow.AreSame(picture.Pixels(tile.X, tile.Y + y, tile.Width), slot.Pixels.AsSpan(y * tile.Width, tile.Width))) return false;
        return true;
    }

    private bool Touch(int number)
    {
        if (number != _newest) LinkNewest(Unlink(number));
        return true;
    }

    private int Forget(int number)
    {
        _byHash.Remove(_slots[number].Hash);
        return Unlink(number);
    }

    private int Unlink(int number)
    {
        ref Slot slot = ref _slots[number];
        if (slot.Newer == None) _newest = slot.Older;
        else _slots[slot.Newer].Older = slot.Older;
        if (slot.Older == None) _oldest = slot.Newer;
        else _slots[slot.Older].Newer = slot.Newer;
        return number;
    }

    private void LinkNewest(int number)
    {
        (_slots[number].Newer, _slots[number].Older) = (None, _newest);
        if (_newest == None) _oldest = number;
        else _slots[_newest].Newer = number;
        _newest = number;
    }

    private struct Slot
    {
        public uint[]? Pixels;
        public int Width, Height, Newer, Older;
        public ulong Hash;
    }
}
