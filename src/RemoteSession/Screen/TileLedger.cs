namespace ServiceDesk.Remote.Screen;

/// <summary>What is known of each tile beside its pixels: whether the viewer sees it exactly, and when and how often it changes.</summary>
internal sealed class TileLedger
{
    /// <summary>Changes within this time count as one motion.</summary>
    private static readonly TimeSpan Motion = TimeSpan.FromMilliseconds(250);

    private const int Moving = 3;

    private Entry[] _tiles = [];

    /// <summary>Tiles that the viewer sees only roughly.</summary>
    public int Lossy { get; private set; }

    /// <summary>All tiles are exact and have rested since <paramref name="now"/>.</summary>
    public void Reset(int tiles, TimeSpan now)
    {
        if (_tiles.Length != tiles) _tiles = new Entry[tiles];
        _tiles.AsSpan().Fill(new Entry { Changed = now });
        Lossy = 0;
    }

    /// <summary>Whether a tile is only roughly what was captured.</summary>
    public bool IsLossy(int tile) => _tiles[tile].IsLossy;

    /// <summary>Whether a tile changes again and again, as a video does.</summary>
    public bool IsMoving(int tile) => _tiles[tile].Changes >= Moving;

    /// <summary>How long a tile has not changed.</summary>
    public TimeSpan Rest(int tile, TimeSpan now) => now - _tiles[tile].Changed;

    /// <summary>When the lossy tile changed that has rested longest.</summary>
    public TimeSpan OldestLossy
    {
        get
        {
            var oldest = TimeSpan.MaxValue;
            foreach (ref readonly Entry entry in _tiles.AsSpan())
                if (entry.IsLossy && entry.Changed < oldest) oldest = entry.Changed;
            return oldest;
        }
    }

    /// <summary>A tile has changed.</summary>
    public void Change(int tile, TimeSpan now)
    {
        ref Entry entry = ref _tiles[tile];
        entry.Changes = now - entry.Changed <= Motion ? (byte)Math.Min(entry.Changes + 1, Moving) : (byte)0;
        entry.Changed = now;
    }

    /// <summary>A tile is painted roughly, or with it another one at whose edge it lies.</summary>
    public void Roughen(int tile, TimeSpan now)
    {
        Mark(tile, isLossy: true);
        _tiles[tile].Changed = now;
    }

    /// <summary>A tile is exact, or rough like what was moved onto it.</summary>
    public void Mark(int tile, bool isLossy)
    {
        ref Entry entry = ref _tiles[tile];
        if (entry.IsLossy == isLossy) return;
        entry.IsLossy = isLossy;
        Lossy += isLossy ? 1 : -1;
    }

    private struct Entry
    {
        public TimeSpan Changed;
        public byte Changes;
        public bool IsLossy;
    }
}
