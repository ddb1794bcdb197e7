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
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(16);
    private static readonly TimeSpan BetweenWholeOnes = TimeSpan.FromSeconds(1);

    private readonly FrameCredit _credit = new();
    private readonly FrameEncoder _encoder = new();
    private byte[] _sent = [];
    private int[] _changed = [];
    private TileGrid _grid;
    private CursorPosition? _cursor;
    private bool _drawn;
    private long? _wholeSince;
    private volatile bool _wholeWanted = true;
    private volatile bool _wholeAsked;
    private volatile bool _pointerWanted;

    /// <summary>The viewer has painted a frame.</summary>
    public void Painted(uint frame) => _credit.Painted(frame);

    /// <summary>The viewer wants to begin anew; however often it says so, it does once a second.</summary>
    public void WantWhole() => _wholeAsked = true;

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
    }

    private async Task PumpAsync(CancellationToken ended)
    {
        using var tick = new PeriodicTimer(Interval, time);
        while (await tick.WaitForNextTickAsync(ended) && gate.Allows(Grants.View))
        {
            if (gate.HoldsPictures)
                continue;
            HearWish();
            _drawn |= screen.MayHaveChanged();
            if ((_drawn || _wholeWanted) && _credit.IsLeft && screen.TryCapture())
            {
                _drawn = false;
                await SendFrameAsync();
            }
            await SendCursorAsync();
        }
    }

    private void HearWish()
    {
        if (!_wholeAsked || (_wholeSince is { } since && time.GetElapsedTime(since) < BetweenWholeOnes))
            return;
        _wholeSince = time.GetTimestamp();
        _wholeAsked = false;
        _wholeWanted = true;
    }

    // What may not be seen any more is not finished: the viewer drops a frame without its end when a whole one comes.
    private async Task SendFrameAsync()
    {
        int number = line.Number;
        if (TryStart() is not { } frame)
            return;
        while (_encoder.TryNextPart(screen.Picture, out ReadOnlyMemory<byte> part))
        {
            if (await line.SendAsync(part, () => line.Number == number && MaySend && !screen.IsStale))
                continue;
            _encoder.Abandon();
            _credit.GiveBack(frame);
            _wholeWanted = true;
            return;
        }
        Remember();
    }

    private bool MaySend => gate.Allows(Grants.View) && !gate.HoldsPictures;

    // Null when nothing has changed.
    private uint? TryStart()
    {
        PictureView now = screen.Picture;
        if (now.Grid != _grid)
        {
            _grid = now.Grid;
            _changed = new int[_grid.Count];
            _wholeWanted = true;
            gate.Resize(_grid.Width, _grid.Height);
        }
        if (_wholeWanted)
        {
            _wholeWanted = false;
            uint whole = _credit.Take();
            _encoder.StartWhole(whole, _grid);
            return whole;
        }
        int count = TileDifference.Find(new PictureView(_sent, _grid.Width, _grid.Height, Stride), now, _changed);
        if (count == 0)
            return null;
        uint frame = _credit.Take();
        _encoder.Start(frame, _grid, _changed.AsSpan(0, count));
        return frame;
    }

    private void Remember()
    {
        PictureView now = screen.Picture;
        if (_sent.Length != Stride * _grid.Height)
            _sent = new byte[Stride * _grid.Height];
        for (int y = 0; y < _grid.Height; y++)
            now.Bytes(0, y, _grid.Width).CopyTo(_sent.AsSpan(y * Stride));
    }

    private int Stride => _grid.Width * PictureView.PixelBytes;

    private async Task SendCursorAsync()
    {
        if (_grid == default)
            return;
        (int x, int y) = screen.Pointer();
        var cursor = new CursorPosition(
            (ushort)Math.Clamp(x, 0, _grid.Width - 1), (ushort)Math.Clamp(y, 0, _grid.Height - 1), Visible: true);
        if ((cursor == _cursor && !_pointerWanted) || !gate.Allows(Grants.View))
            return;
        _pointerWanted = false;
        _cursor = cursor;
        await line.SendAsync(cursor);
    }
}
