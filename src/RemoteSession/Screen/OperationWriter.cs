using ServiceDesk.Remote.Screen.Jpeg;

namespace ServiceDesk.Remote.Screen;

/// <summary>Turns a plan into operations, one after the other; one that does not fit into a part waits for the next.</summary>
internal sealed class OperationWriter
{
    private const int ExactSide = TileGrid.Side;

    // A JPEG of this size stays within a part at any quality that is asked for; larger ones only save heads.
    private const int LargestPhoto = 640 * 384;
    private const int LongestPhoto = 200 * 1024;

    private readonly ColumnWriter _columns = new();
    private readonly PixelWriter _pixels = new();
    private readonly JpegWriter _photos = new();
    private readonly ScriptBody _body = new();
    private FramePlan? _plan;
    private Operation _operation;
    private Patch _patch;
    private int _copies, _quality;
    private bool _isWaiting, _kept, _cached;

    /// <summary>The viewer forgets everything.</summary>
    public void Restart() => _columns.Clear();

    /// <summary>Begins a frame.</summary>
    public void Begin(FramePlan plan, int quality)
    {
        _plan = plan;
        (_copies, _isWaiting, _kept, _cached) = (0, false, plan.Kept.Count == 0, plan.Cached.Count == 0);
        _quality = quality;
    }

    /// <summary>Makes the next operation, if none waits.</summary>
    /// <returns>False when there is none left.</returns>
    public bool TryNext() => _isWaiting || (_isWaiting = TryMakeNext(_plan!));

    /// <summary>Adds the operation that waits.</summary>
    /// <returns>False when it belongs into the next part.</returns>
    public bool TryAddTo(PartWriter part)
    {
        bool hasTiles = _operation is Operation.Keep or Operation.Cached;
        bool isAdded = hasTiles
            ? part.TryAdd(_operation, _body)
            : part.TryAdd(_operation, _patch, _body.Written, _operation == Operation.Photo ? _photos.Written : default);
        if (isAdded) _isWaiting = false;
        return isAdded;
    }

    private bool TryMakeNext(FramePlan plan)
    {
        if (!_kept) WriteTiles(Operation.Keep, plan.Kept, out _kept);
        else if (_copies < plan.Moves.Count) WriteCopy(plan.Moves[_copies++]);
        else if (!_cached) WriteTiles(Operation.Cached, plan.Cached, out _cached);
        else if (plan.Leaves.Count > 0) WriteLeaf(plan, plan.TakeLeaf());
        else return false;
        return true;
    }

    private void WriteTiles(Operation operation, List<TileSlot> tiles, out bool isDone)
    {
        isDone = true;
        _operation = operation;
        _body.Clear();
        _body.U16(tiles.Count);
        int last = 0;
        foreach (TileSlot one in tiles)
        {
            _body.U16(one.Tile - last);
            last = one.Tile;
        }

        last = 0;
        foreach (TileSlot one in tiles)
        {
            _body.U16(one.Slot - last);
            last = one.Slot;
        }
    }

    private void WriteCopy(Move move)
    {
        (_operation, _patch) = (Operation.Copy, move.To);
        _body.Clear();
        _body.U16(move.FromX);
        _body.U16(move.FromY);
    }

    private void WriteLeaf(FramePlan plan, Leaf leaf)
    {
        _patch = leaf.Patch;
        switch (leaf.Kind)
        {
            case LeafKind.Plain: WriteFill(plan.Sent); break;
            case LeafKind.Drawn: WriteDrawn(plan); break;
            case LeafKind.Rough: WritePhoto(plan); break;
            default: WritePixels(plan); break;
        }
    }

    private void WriteFill(SentPicture picture)
    {
        _operation = Operation.Fill;
        _body.Clear();
        _body.U24((int)picture.Row(_patch.X, _patch.Y, 1)[0]);
    }

    // With more than 256 new colours a half may do better than the whole; what is small and still so colourful is a photo.
    private void WriteDrawn(FramePlan plan)
    {
        _operation = Operation.Columns;
        while (!_columns.TryWrite(plan.Sent, _patch, _body))
        {
            if (_patch.Area <= ExactSide * ExactSide / 4)
            {
                WritePixels(plan);
                return;
            }

            SplitOff(plan, LeafKind.Drawn);
        }
    }

    private void WritePixels(FramePlan plan)
    {
        while (_patch.Width > ExactSide || _patch.Height > ExactSide) SplitOff(plan, LeafKind.Exact);
        _operation = Operation.Pixels;
        _pixels.Write(plan.Sent, _patch, _body);
    }

    private void WritePhoto(FramePlan plan)
    {
        _operation = Operation.Photo;
        while (_patch.Area > LargestPhoto) SplitOff(plan, LeafKind.Rough);
        _photos.Write(plan.Sent, _patch, _quality);
        while (_photos.Written.Length > LongestPhoto)
        {
            SplitOff(plan, LeafKind.Rough);
            _photos.Write(plan.Sent, _patch, _quality);
        }

        _body.Clear();
        _body.U32(_photos.Written.Length);
    }

    // Where a photo is cut, its blocks of 16 × 16 are not.
    private static int Half(int length) => length > 32 ? length / 2 / 16 * 16 : length / 2;

    private void SplitOff(FramePlan plan, LeafKind kind)
    {
        Patch rest;
        if (_patch.Width >= _patch.Height)
        {
            int left = Half(_patch.Width);
            rest = _patch with { X = _patch.X + left, Width = _patch.Width - left };
            _patch = _patch with { Width = left };
        }
        else
        {
            int upper = Half(_patch.Height);
            rest = _patch with { Y = _patch.Y + upper, Height = _patch.Height - upper };
            _patch = _patch with { Height = upper };
        }

        plan.Leaves.Add(new Leaf(rest, kind));
    }
}
