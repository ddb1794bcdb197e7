using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>
/// Capture → difference → encode → seal → send, at most sixty times a second and only while the viewer keeps up. A screen on
/// which nothing happens sends nothing. The pointer is not in the picture; its place goes apart and needs no credit.
/// </summary>
internal sealed class FramePump(IScreen screen, InputGate gate, LineToViewer line, TimeProvider time)
{
    private const int RefinementBytes = 64 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(16);

    private readonly FrameCredit _credit = new();
    private readonly FrameEncoder _encoder = new();
    private readonly long _begin = time.GetTimestamp();
    private TileGrid _grid;
    private CursorPosition? _cursor;
    private bool _drawn;
    private volatile bool _wholeWanted = true;
    private volatile bool _pointerWanted;

    /// <summary>The viewer has painted a frame.</summary>
    public void Painted(uint frame) => _credit.Painted(frame);

    /// <summary>The viewer wants to begin anew.</summary>
    public void WantWhole() => _wholeWanted = true;

    /// <summary>Another line has taken the place of a lost one: what was on its way is gone, and a whole picture comes first.</summary>
    public void BeginAnew()
    {
        _credit.Reset();
        _wholeWanted = true;
        _pointerWanted = true;
    }

    /// <summary>Runs until the session has ended; that the line broke is for its listener to notice.</summary>
    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            await PumpAsync(ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The end of the session.
        }
        finally
        {
            _encoder.Dispose();
        }
    }

    private async Task PumpAsync(CancellationToken ended)
    {
        using var tick = new PeriodicTimer(Interval, time);
        while (await tick.WaitForNextTickAsync(ended) && gate.Allows(Grants.View))
        {
            if (gate.HoldsPictures)
                continue;
            _drawn |= screen.MayHaveChanged();
            if ((_drawn || _wholeWanted || Now >= _encoder.RefinementDue) && _credit.IsLeft && screen.TryCapture())
            {
                _drawn = false;
                await SendFrameAsync(tick, ended);
            }
            await SendCursorAsync();
        }
    }

    // A frame that has begun has to be ended, but not before the pause is, and not on another line.
    private async Task SendFrameAsync(PeriodicTimer tick, CancellationToken ended)
    {
        int number = line.Number;
        if (!TryStart())
            return;
        while (gate.Allows(Grants.View) && _encoder.TryNextPart(out ReadOnlyMemory<byte> part))
        {
            while (gate.HoldsPictures)
                await tick.WaitForNextTickAsync(ended);
            if (line.Number != number)
            {
                _encoder.Abandon();
                BeginAnew();
                return;
            }
            await line.SendAsync(part, number);
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_begin);

    private bool TryStart()
    {
        PictureView now = screen.Picture;
        if (now.Grid != _grid)
        {
            _grid = now.Grid;
            gate.Resize(_grid.Width, _grid.Height);
        }
        bool whole = _wholeWanted;
        _wholeWanted = false;
        if (!_encoder.TryStart(now, new FrameRequest(_credit.Next, Now) { Whole = whole, RefinementBytes = RefinementBytes }))
            return false;
        _credit.Take();
        return true;
    }

    private async Task SendCursorAsync()
    {
        if (_grid == default)
            return;
        (int x, int y) = screen.Pointer();
        var cursor = new CursorPosition(
            (ushort)Math.Clamp(x, 0, _grid.Width - 1), (ushort)Math.Clamp(y, 0, _grid.Height - 1), Visible: true, Shape: 0);
        if ((cursor == _cursor && !_pointerWanted) || !gate.Allows(Grants.View))
            return;
        _pointerWanted = false;
        _cursor = cursor;
        await line.SendAsync(cursor);
    }
}
