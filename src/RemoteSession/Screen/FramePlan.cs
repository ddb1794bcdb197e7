namespace ServiceDesk.Remote.Screen;

/// <summary>Decides what a frame says: which tiles are kept, what has moved, what was seen before, and what is left to be drawn or photographed.</summary>
internal sealed class FramePlan
{
    private static readonly TimeSpan WorthKeeping = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    // About what a tile of a photo takes when it is exact.
    private const int ExactTileBytes = 8 * 1024;

    // Smaller photos are exact at once.
    private const int SmallestRough = 8 * 1024;

    private const int MostMoves = 8;

    // Smaller changes are cheaper drawn than looked for.
    private const int SmallestCached = 256;

    private readonly ChangedTiles _changed = new();
    private readonly TileCache _cache = new();
    private readonly MoveFinder _moveFinder = new();
    private readonly PatchMerger _merger = new();
    private readonly PatchCutter _cutter = new();
    private readonly PhotoFinder _photoFinder = new();
    private readonly List<Patch> _patches = [], _drawn = [], _photos = [];
    private readonly List<int> _lossy = [];
    private long _movedArea;

    /// <summary>The picture as the viewer will have it after this frame, but for lossy tiles.</summary>
    public SentPicture Sent { get; } = new();

    /// <summary>What is known of each tile.</summary>
    public TileLedger Tiles { get; } = new();

    /// <summary>Tiles to remember, before anything else.</summary>
    public List<TileSlot> Kept { get; } = [];

    /// <summary>Then, what moves.</summary>
    public List<Move> Moves { get; } = [];

    /// <summary>Then, tiles that are known.</summary>
    public List<TileSlot> Cached { get; } = [];

    /// <summary>Then the rest, the last first.</summary>
    public List<Leaf> Leaves { get; } = [];

    /// <summary>Whether changes were left for a later frame.</summary>
    public bool HasHeldBack { get; private set; }

    /// <summary>When the next lossy tile will have rested long enough.</summary>
    public TimeSpan? RefinementDue => Tiles.Lossy == 0 ? null : Tiles.OldestLossy + Quiet;

    /// <summary>Begins with a black picture and nothing remembered.</summary>
    public void Restart(TileGrid grid, TimeSpan now)
    {
        Sent.Reset(grid);
        Tiles.Reset(grid.Count, now);
        _cache.Clear();
    }

    /// <summary>Takes the next leaf off.</summary>
    public Leaf TakeLeaf()
    {
        Leaf leaf = Leaves[^1];
        Leaves.RemoveAt(Leaves.Count - 1);
        return leaf;
    }

    /// <summary>Plans a frame.</summary>
    /// <returns>False when there is nothing to say.</returns>
    public bool TryMake(PictureView now, FrameRequest request)
    {
        Kept.Clear();
        Moves.Clear();
        Cached.Clear();
        Leaves.Clear();
        _movedArea = 0;
        TileDifference.Find(now, Sent, _changed);
        HasHeldBack = request.HoldsVideo && HoldVideo();
        foreach (int tile in _changed.Numbers)
        {
            KeepIfWorthwhile(tile, request.Now);
            Tiles.Change(tile, request.Now);
        }

        FindMoves(now, anew: false);
        FindCached(now);
        FindMoves(now, anew: true);
        PaintCached(now);
        Draw(now, request);
        if (!request.HoldsVideo) Refine(request);
        return Moves.Count + Cached.Count + Leaves.Count > 0;
    }

    private bool HoldVideo()
    {
        int count = _changed.Count, kept = 0;
        for (int i = 0; i < count; i++)
        {
            int number = _changed.Numbers[i];
            if (!Tiles.IsMoving(number) || !Tiles.IsLossy(number)) _changed.Set(kept++, number, _changed.Boxes[i]);
        }

        _changed.Truncate(kept);
        return kept < count;
    }

    private void KeepIfWorthwhile(int number, TimeSpan now)
    {
        Patch tile = Sent.Grid[number];
        if (Tiles.IsLossy(number) || Tiles.Rest(number, now) < WorthKeeping || Kept.Count == ScriptLimits.Slots || IsPlain(tile)) return;
        ulong hash = TileHash.Of(Sent, tile);
        if (!_cache.Holds(Sent, tile, hash)) Kept.Add(new TileSlot(number, _cache.Keep(Sent, tile, hash)));
    }

    private bool IsPlain(Patch tile)
    {
        uint first = Sent.Row(tile.X, tile.Y, 1)[0];
        for (int y = tile.Y; y < tile.Bottom; y++)
            if (Sent.Row(tile.X, y, tile.Width).ContainsAnyExcept(first)) return false;
        return true;
    }

    private void FindMoves(PictureView now, bool anew)
    {
        while (Moves.Count < MostMoves && _movedArea <= Sent.Grid.Width * (long)Sent.Grid.Height && _moveFinder.TryFind(now, Sent, _changed, anew, out Move move))
        {
            Moves.Add(move);
            _movedArea += move.To.Area;
            MoveLossy(move);
            Sent.Move(move);
            LookAgain(now, move.To);
        }
    }

    // What is rough where it came from is rough where it goes.
    private void MoveLossy(Move move)
    {
        if (Tiles.Lossy == 0) return;
        _lossy.Clear();
        TileGrid grid = Sent.Grid;
        TileRange targets = grid.Touched(move.To);
        for (int i = 0; i < targets.Count; i++)
        {
            int target = targets[i];
            Patch part = grid[target].Common(move.To);
            if (HasLossy(grid.Touched(part with { X = part.X - move.To.X + move.FromX, Y = part.Y - move.To.Y + move.FromY }))) _lossy.Add(target);
        }

        foreach (int tile in _lossy) Tiles.Mark(tile, isLossy: true);
    }

    private bool HasLossy(TileRange tiles)
    {
        for (int i = 0; i < tiles.Count; i++)
            if (Tiles.IsLossy(tiles[i])) return true;
        return false;
    }

    private void LookAgain(PictureView now, Patch moved)
    {
        int kept = 0;
        for (int i = 0; i < _changed.Count; i++)
        {
            Patch box = _changed.Boxes[i];
            Patch tile = Sent.Grid[_changed.Numbers[i]];
            if (!tile.Overlaps(moved) || TileDifference.TryFind(now, Sent, tile, out box)) _changed.Set(kept++, _changed.Numbers[i], box);
        }

        _changed.Truncate(kept);
    }

    private void FindCached(PictureView now)
    {
        int kept = 0;
        for (int i = 0; i < _changed.Count; i++)
        {
            (int number, Patch box) = (_changed.Numbers[i], _changed.Boxes[i]);
            Patch tile = Sent.Grid[number];
            if (box.Area >= SmallestCached && _cache.TryFind(now, tile, TileHash.Of(now, tile), out int slot))
            {
                Cached.Add(new TileSlot(number, slot));
            }
            else
            {
                _changed.Set(kept++, number, box);
            }
        }

        _changed.Truncate(kept);
    }

    // Only now: what moves comes from the picture as it was.
    private void PaintCached(PictureView now)
    {
        foreach (TileSlot one in Cached)
        {
            Sent.Store(now, Sent.Grid[one.Tile]);
            Tiles.Mark(one.Tile, isLossy: false);
        }
    }

    private void Draw(PictureView now, FrameRequest request)
    {
        _patches.Clear();
        _drawn.Clear();
        _photos.Clear();
        _merger.Merge(_changed.Boxes, _patches);
        foreach (Patch patch in _patches) Sent.Store(now, patch);
        foreach (Patch patch in _patches) _photoFinder.Part(Sent, patch, IsMoving(patch), _drawn, _photos);
        foreach (Patch patch in _drawn) _cutter.Cut(Sent, patch, Leaves);
        for (int i = 0; i < _changed.Count; i++)
            if (_changed.Boxes[i] == Sent.Grid[_changed.Numbers[i]]) Tiles.Mark(_changed.Numbers[i], isLossy: false);
        bool isRough = request.PhotoQuality > 0 && _photos.Sum(photo => photo.Area) >= SmallestRough;
        foreach (Patch photo in _photos)
        {
            Leaves.Add(new Leaf(photo, isRough ? LeafKind.Rough : LeafKind.Exact));
            if (isRough) Roughen(photo, request.Now);
        }
    }

    private bool IsMoving(Patch patch)
    {
        TileRange tiles = Sent.Grid.Touched(patch);
        int moving = 0;
        for (int i = 0; i < tiles.Count; i++)
            if (Tiles.IsMoving(tiles[i])) moving++;
        return moving * 2 > tiles.Count;
    }

    private void Roughen(Patch photo, TimeSpan now)
    {
        TileRange tiles = Sent.Grid.Touched(photo);
        for (int i = 0; i < tiles.Count; i++) Tiles.Roughen(tiles[i], now);
    }

    private void Refine(FrameRequest request)
    {
        int left = request.RefinementBytes / ExactTileBytes;
        for (int tile = 0; tile < Sent.Grid.Count && left > 0 && Tiles.Lossy > 0; tile++)
        {
            if (!Tiles.IsLossy(tile) || Tiles.Rest(tile, request.Now) < Quiet) continue;
            left--;
            Tiles.Mark(tile, isLossy: false);
            _drawn.Clear();
            _photos.Clear();
            _photoFinder.Part(Sent, Sent.Grid[tile], isMoving: true, _drawn, _photos);
            foreach (Patch patch in _drawn) _cutter.Cut(Sent, patch, Leaves);
            foreach (Patch photo in _photos) Leaves.Add(new Leaf(photo, LeafKind.Exact));
        }
    }
}
