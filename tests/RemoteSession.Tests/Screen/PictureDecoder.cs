using System.IO.Compression;
using System.Runtime.InteropServices;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>
/// Puts frames together, as the viewer does. Total: any updates give a picture or a <see cref="WireFormatException"/>; memory is
/// bounded by the picture, 3 bytes a pixel.
/// </summary>
/// <param name="maxPixels">Larger pictures are refused.</param>
internal sealed class PictureDecoder(int maxPixels = WireLimits.PicturePixels)
{
    private byte[] _rgb = [];
    private uint? _open;

    /// <summary>Width in pixels; 0 before the first whole picture.</summary>
    public int Width { get; private set; }

    /// <summary>Height in pixels; 0 before the first whole picture.</summary>
    public int Height { get; private set; }

    /// <summary>The pixels as far as they were applied: R G B, row by row, without gaps. Whole when <see cref="Apply"/> was true.</summary>
    public ReadOnlySpan<byte> Rgb => _rgb.AsSpan(0, Width * Height * 3);

    /// <summary>Applies a part. The first of a whole frame takes the place of a frame that was given up.</summary>
    /// <returns>True when it was the frame's last: present the picture now.</returns>
    /// <exception cref="WireFormatException">The part does not fit what came before, or its payload is not exactly its tiles' data.</exception>
    public bool Apply(FrameUpdate part)
    {
        if (part.Flags.HasFlag(FrameFlags.WholePicture)) StartFromBlack(part);
        else if (part.Width != Width || part.Height != Height) throw new WireFormatException("size changed without a whole picture");
        else if (_open is { } open && open != part.Frame) throw new WireFormatException("part of another frame");

        using var inflate = new DeflateStream(AsStream(part.Payload), CompressionMode.Decompress);
        foreach (TileHeader tile in part.Tiles.Span) Paint(tile, inflate);
        if (Read(inflate, stackalloc byte[1]) != 0) throw new WireFormatException("payload too long");
        bool last = part.Flags.HasFlag(FrameFlags.Last);
        _open = last ? null : part.Frame;
        return last;
    }

    private void StartFromBlack(FrameUpdate part)
    {
        if (_open == part.Frame) throw new WireFormatException("whole picture within a frame");
        int pixels = part.Width * part.Height;
        if (pixels > maxPixels) throw new WireFormatException("picture too large");
        if (_rgb.Length < pixels * 3) _rgb = new byte[pixels * 3];
        else _rgb.AsSpan().Clear();
        (Width, Height) = (part.Width, part.Height);
    }

    private void Paint(TileHeader tile, DeflateStream inflate)
    {
        Span<byte> colour = stackalloc byte[3];
        if (tile.Code == TileCode.Fill) Fill(inflate, colour);
        for (int y = tile.Y; y < tile.Y + tile.Height; y++)
        {
            Span<byte> row = _rgb.AsSpan(((y * Width) + tile.X) * 3, tile.Width * 3);
            if (tile.Code == TileCode.Pixels) Fill(inflate, row);
            else
                for (int i = 0; i < row.Length; i += 3) colour.CopyTo(row[i..]);
        }
    }

    private static void Fill(DeflateStream inflate, Span<byte> data)
    {
        if (Read(inflate, data) != data.Length) throw new WireFormatException("payload too short");
    }

    private static int Read(DeflateStream inflate, Span<byte> data)
    {
        try
        {
            return inflate.ReadAtLeast(data, data.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new WireFormatException("payload is no deflate stream");
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(payload.ToArray(), writable: false);
}
