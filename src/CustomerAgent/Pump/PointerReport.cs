using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>Tells the viewer where the pointer is and what it looks like. It is not in the picture, and needs no room in the window.</summary>
internal sealed class PointerReport(IScreen screen, LineToViewer line, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(16);

    private CursorPosition? _said;
    private long _lookedAt = long.MinValue;
    private volatile bool _isWanted;

    /// <summary>Another line has taken the place of a lost one.</summary>
    public void BeginAnew() => _isWanted = true;

    /// <summary>Says it if it is another than before.</summary>
    public async Task SendAsync(TileGrid grid)
    {
        if (_lookedAt != long.MinValue && time.GetElapsedTime(_lookedAt) < Interval)
            return;
        _lookedAt = time.GetTimestamp();
        (int x, int y) = screen.Pointer();
        var now = new CursorPosition(
            (ushort)Math.Clamp(x, 0, grid.Width - 1), (ushort)Math.Clamp(y, 0, grid.Height - 1), Visible: true, Shape: 0);
        if (now == _said && !_isWanted)
            return;
        (_said, _isWanted) = (now, false);
        await line.SendAsync(now);
    }
}
