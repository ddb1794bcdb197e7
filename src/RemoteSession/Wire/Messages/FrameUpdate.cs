// 01 | frame u32 | flags u8 | width u16 | height u16 | tileCount u16 | tileCount × tile | payload (rest)     agent → viewer
// tile (9 bytes):  x u16 | y u16 | w u16 | h u16 | code u8
// payload: one raw deflate stream of all tiles' data in their order.  code 0: R G B (3 bytes)   code 1: w·h × R G B, row by row
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>
/// A part of a frame: tiles to put on the picture. A frame may come in several parts with the same number, each with its
/// own deflate stream; <see cref="FrameFlags.WholePicture"/> stands on the first part only, <see cref="FrameFlags.Last"/> on the last only.
/// </summary>
/// <param name="Frame">Number of the frame.</param>
/// <param name="Flags">First and last part.</param>
/// <param name="Width">Width of the whole picture in pixels, 1 to 16384.</param>
/// <param name="Height">Height of the whole picture in pixels, 1 to 16384; at most 64 Mpixel in all.</param>
/// <param name="Tiles">Inside the picture, together no larger than it; at most 65535.</param>
/// <param name="Payload">Raw deflate stream.</param>
public sealed record FrameUpdate(
    uint Frame, FrameFlags Flags, ushort Width, ushort Height, ReadOnlyMemory<TileHeader> Tiles, ReadOnlyMemory<byte> Payload) : IWireMessage
{
    /// <summary>Bytes before the tiles, type included.</summary>
    public const int HeaderBytes = 1 + 4 + 1 + 2 + 2 + 2;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.FrameUpdate);
        writer.U32(Frame);
        writer.U8((byte)Flags);
        writer.U16(Width);
        writer.U16(Height);
        writer.U16(checked((ushort)Tiles.Length));
        foreach (TileHeader tile in Tiles.Span) tile.Write(writer);
        writer.Bytes(Payload.Span);
    }

    internal static FrameUpdate Read(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body.Span);
        uint frame = reader.U32();
        var flags = (FrameFlags)reader.Bits((byte)FrameFlags.All, "unknown flag");
        ushort width = reader.U16(), height = reader.U16();
        CheckPicture(width, height);
        int count = reader.U16();
        if (count * TileHeader.Bytes > reader.Remaining) throw new WireFormatException("body too short");
        var tiles = new TileHeader[count];
        long area = 0;
        foreach (ref TileHeader tile in tiles.AsSpan())
        {
            tile = TileHeader.Read(ref reader, width, height);
            area += (long)tile.Width * tile.Height;
        }

        // Tiles do not overlap, so more than the picture is a decompression bomb.
        if (area > (long)width * height) throw new WireFormatException("tiles larger than the picture");
        return new FrameUpdate(frame, flags, width, height, tiles, body[reader.Position..]);
    }

    private static void CheckPicture(int width, int height)
    {
        if (width == 0 || height == 0) throw new WireFormatException("empty picture");
        if (width > WireLimits.PictureSide || height > WireLimits.PictureSide || width * height > WireLimits.PicturePixels)
            throw new WireFormatException("picture too large");
    }
}

/// <summary>Which part of a frame a <see cref="FrameUpdate"/> is.</summary>
[Flags]
public enum FrameFlags : byte
{
    /// <summary>A part in the middle.</summary>
    None = 0,

    /// <summary>First part of a whole picture: the size may be new, and everything starts from black.</summary>
    WholePicture = 1,

    /// <summary>Last part: present the frame now.</summary>
    Last = 2,

    /// <summary>Every flag there is.</summary>
    All = WholePicture | Last,
}
