using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Writes frames as <see cref="FrameUpdate"/> messages: <see cref="TryStart"/>, then <see cref="TryNextPart"/> until it is false.
/// A part is at most <see cref="WireLimits.FromAgent"/> bytes. Knows what the viewer has; so every part must be sent, in order, or
/// <see cref="Abandon"/> be called. All buffers are kept for the next frame; not thread-safe.
/// </summary>
public sealed class FrameEncoder : IDisposable
{
    private readonly FramePlan _plan = new();
    private readonly OperationWriter _operations = new();
    private readonly PartWriter _part = new();
    private uint _frame;
    private bool _isOpen, _isFirst, _mustBeWhole = true;

    /// <summary>Whether the viewer will see exactly what was captured last, once it has all parts.</summary>
    public bool IsExact => !_mustBeWhole && !_plan.HasHeldBack && _plan.Tiles.Lossy == 0;

    /// <summary>When the next rough tile will have rested long enough to be made exact; null when none is rough.</summary>
    public TimeSpan? RefinementDue => _plan.RefinementDue;

    /// <summary>Begins a frame.</summary>
    /// <param name="now">The picture now; only looked at during the call.</param>
    /// <returns>False when there is nothing to send; no frame has begun then.</returns>
    /// <exception cref="InvalidOperationException">Parts of the frame before are left.</exception>
    public bool TryStart(PictureView now, FrameRequest request)
    {
        if (_isOpen) throw new InvalidOperationException("Parts of the frame before are left.");
        bool isWhole = _mustBeWhole || request.Whole || now.Grid != _plan.Sent.Grid;
        if (isWhole) Restart(now.Grid, request.Now);
        if (!_plan.TryMake(now, request) && !isWhole) return false;
        _operations.Begin(_plan, request.PhotoQuality);
        (_frame, _isOpen, _isFirst, _mustBeWhole) = (request.Frame, true, isWhole, false);
        return true;
    }

    /// <summary>Encodes the next part of the frame.</summary>
    /// <param name="plain">The message (<c>type u8 | body</c>), ready to be sealed; good until the next call.</param>
    /// <returns>False when the frame is complete.</returns>
    public bool TryNextPart(out ReadOnlyMemory<byte> plain)
    {
        plain = default;
        if (!_isOpen) return false;
        bool isFull = false;
        while (!isFull && _operations.TryNext())
            isFull = !_operations.TryAddTo(_part);
        if (isFull && _part.IsEmpty) throw new InvalidOperationException("An operation came out too long.");
        _isOpen = isFull;
        FrameFlags flags = (_isFirst ? FrameFlags.WholePicture : 0) | (_isOpen ? 0 : FrameFlags.Last);
        _isFirst = false;
        plain = _part.End(_frame, flags, _plan.Sent.Grid);
        return true;
    }

    /// <summary>Gives up the frame that is open, if one is: its line is gone. The next frame is a whole one.</summary>
    public void Abandon() => (_isOpen, _mustBeWhole) = (false, true);

    /// <inheritdoc/>
    public void Dispose() => _part.Dispose();

    private void Restart(TileGrid grid, TimeSpan now)
    {
        _plan.Restart(grid, now);
        _operations.Restart();
        _part.Restart();
    }
}
