using System.Net.WebSockets;
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

    private readonly FrameCredit _credit = new();
    private readonly FrameEncoder _encoder = new();
    private byte[] _sent = [];
    private int[] _changed = [];
    private TileGrid _grid;
    private CursorPosition? _cursor;
    private bool _drawn;
    private volatile bool _wholeWanted = true;

    /// <summary>The viewer has painted a frame.</summary>
    public void Painted(uint frame) => _credit.Painted(frame);

    /// <summary>The viewer wants to begin anew.</summary>
    public void WantWhole() => _wholeWanted = true;

    /// <summary>Runs until the session has ended or the line broke; that the line broke is for its listener to notice.</summary>
    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            await PumpAsync(ended);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The end of the session, or of the line.
        }
    }

    private async Task PumpAsync(CancellationToken ended)
    {
        using var tick = new PeriodicTimer(Interval, time);
        while (await tick.WaitForNextTickAsync(ended) && gate.Allows(Grants.View))
        {
            _drawn |= screen.MayHaveChanged();
            if ((_drawn || _wholeWanted) && _credit.IsLeft && screen.TryCapture())
            {
                _drawn = false;
                await SendFrameAsync();
            }
            await SendCursorAsync();
        }
    }

    private async Task SendFrameAsync()
    {
        if (!TryStart())
            return;
        while (gate.Allows(Grants.View) && _encoder.TryNextPart(screen.Picture, out ReadOnlyMemory<byte> part))
            await line.SendAsync(part);
        Remember();
    }

    private bool TryStart()
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
            _encoder.StartWhole(_credit.Take(), _grid);
            return true;
        }
        int count = TileDifference.Find(new PictureView(_sent, _grid.Width, _grid.Height, Stride), now, _changed);
        if (count == 0)
            return false;
        _encoder.Start(_credit.Take(), _grid, _changed.AsSpan(0, count));
        return true;
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
        if (cursor == _cursor || !gate.Allows(Grants.View))
            return;
        _cursor = cursor;
        await line.SendAsync(cursor);
    }
}
