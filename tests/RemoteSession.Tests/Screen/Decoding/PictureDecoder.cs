using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>
/// Puts frames together, as the viewer does. Total: any updates give a picture or a <see cref="WireFormatException"/>; memory is
/// bounded by the picture (4 bytes a pixel), the cache (64 MiB) and the history (4 MiB).
/// </summary>
/// <param name="maxPixels">Larger pictures are refused.</param>
internal sealed class PictureDecoder(int maxPixels = WireLimits.PicturePixels) : IDisposable
{
    private readonly PieceInflater _inflater = new();
    private readonly KeptTiles _tiles = new();
    private readonly ColumnHistory _columns = new();
    private Canvas? _canvas;
    private FrameBudget _budget = new(0);
    private uint? _open;

    /// <summary>Width in pixels; 0 before the first whole picture.</summary>
    public int Width => _canvas?.Grid.Width ?? 0;

    /// <summary>Height in pixels; 0 before the first whole picture.</summary>
    public int Height => _canvas?.Grid.Height ?? 0;

    /// <summary>The pixels as far as they were applied: R G B, row by row, without gaps. Whole when <see cref="Apply"/> was true.</summary>
    public byte[] Rgb => _canvas?.Rgb() ?? [];

    /// <summary>Applies a part.</summary>
    /// <returns>True when it was the frame's last: present the picture now.</returns>
    /// <exception cref="WireFormatException">The part does not fit what came before, or its script cannot be followed.</exception>
    public bool Apply(FrameUpdate part)
    {
        if (part.Flags.HasFlag(FrameFlags.WholePicture)) BeginAnew(part);
        else if (_canvas is null || part.Width != Width || part.Height != Height) throw new WireFormatException("size changed without a whole picture");
        else if (_open is { } open && open != part.Frame) throw new WireFormatException("part of another frame");

        if (_open is null) _budget = new FrameBudget(Width * Height);
        new ScriptRunner(_canvas!, _tiles, _columns, _budget).Run(_inflater.Unpack(part.Piece, part.Unpacked), part.Blobs);
        bool last = part.Flags.HasFlag(FrameFlags.Last);
        _open = last ? null : part.Frame;
        return last;
    }

    public void Dispose() => _inflater.Dispose();

    private void BeginAnew(FrameUpdate part)
    {
        if (_open == part.Frame) throw new WireFormatException("whole picture within a frame");
        _open = null;
        if (part.Width * part.Height > maxPixels) throw new WireFormatException("picture too large");
        _canvas = new Canvas(new TileGrid(part.Width, part.Height));
        _tiles.Clear();
        _columns.Clear();
        _inflater.Restart();
    }
}
