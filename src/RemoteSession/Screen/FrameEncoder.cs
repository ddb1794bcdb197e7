using System.Buffers;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Writes frames as <see cref="FrameUpdate"/> messages: <see cref="Start"/>, then <see cref="TryNextPart"/> until it is false.
/// A part is at most <see cref="WireLimits.FromAgent"/> bytes. All buffers are kept for the next frame; not thread-safe.
/// Every part must be sent, or the frame given up: after a part of one the viewer takes the next part of it, or a whole frame.
/// </summary>
public sealed class FrameEncoder
{
    private readonly ArrayBufferWriter<byte> _message = new();
    private readonly PartPayload _payload = new();
    private readonly byte[] _data = new byte[TileEncoder.RoomBytes];
    private int[] _indices = [];
    private TileHeader[] _headers = [];
    private TileGrid _grid;
    private uint _frame;
    private bool _whole;
    private int _count;
    private int _next;

    /// <summary>Begins a frame.</summary>
    /// <param name="frame">Number of the frame.</param>
    /// <param name="grid">The picture's size.</param>
    /// <param name="changed">Numbers of the tiles to send, at least one, each once.</param>
    /// <exception cref="InvalidOperationException">Parts of the frame before are left.</exception>
    public void Start(uint frame, TileGrid grid, ReadOnlySpan<int> changed)
    {
        if (changed.IsEmpty) throw new ArgumentException("A frame in which nothing changed is not sent.", nameof(changed));
        Begin(frame, grid, changed.Length, whole: false);
        changed.CopyTo(_indices);
    }

    /// <summary>Begins a frame that holds the whole picture: the first one, after a change of size, or when the viewer asks.</summary>
    public void StartWhole(uint frame, TileGrid grid)
    {
        Begin(frame, grid, grid.Count, whole: true);
        for (int i = 0; i < grid.Count; i++) _indices[i] = i;
    }

    /// <summary>Encodes the next part of the frame.</summary>
    /// <param name="picture">The same pixels for every part of a frame.</param>
    /// <param name="plain">The message (<c>type u8 | body</c>), ready to be sealed; good until the next call.</param>
    /// <returns>False when the frame is complete.</returns>
    public bool TryNextPart(PictureView picture, out ReadOnlyMemory<byte> plain)
    {
        plain = default;
        if (_next == _count) return false;
        if (picture.Grid != _grid) throw new ArgumentException("The picture's size is not the one the frame began with.", nameof(picture));
        int first = _next;
        int tiles = EncodeTiles(picture);
        FrameFlags flags = (_whole && first == 0 ? FrameFlags.WholePicture : 0) | (_next == _count ? FrameFlags.Last : 0);
        _message.ResetWrittenCount();
        new FrameUpdate(_frame, flags, (ushort)_grid.Width, (ushort)_grid.Height, _headers.AsMemory(0, tiles), _payload.End()).Write(_message);
        plain = _message.WrittenMemory;
        if (plain.Length > WireLimits.FromAgent) throw new InvalidOperationException("A part came out too long.");
        return true;
    }

    private int EncodeTiles(PictureView picture)
    {
        int room = WireLimits.FromAgent - FrameUpdate.HeaderBytes;
        int tiles = 0;
        _payload.Begin();
        while (_next < _count && tiles < ushort.MaxValue)
        {
            Tile tile = _grid[_indices[_next]];
            TileCode code = TileEncoder.Encode(picture, tile, _data, out int length);
            room -= TileHeader.Bytes;
            if (!_payload.TryAdd(_data.AsSpan(0, length), room)) break;
            _headers[tiles++] = new TileHeader((ushort)tile.X, (ushort)tile.Y, (ushort)tile.Width, (ushort)tile.Height, code);
            _next++;
        }

        return tiles;
    }

    /// <summary>Gives up the frame that is open, if one is: its line is gone, or the rest may not be seen any more. The next frame is to be a whole one.</summary>
    public void Abandon() => _next = _count;

    private void Begin(uint frame, TileGrid grid, int count, bool whole)
    {
        if (_next != _count) throw new InvalidOperationException("Parts of the frame before are left.");
        (_frame, _grid, _count, _whole, _next) = (frame, grid, count, whole, 0);
        if (_indices.Length >= count) return;
        _indices = new int[count];
        _headers = new TileHeader[count];
    }
}
