using System.Numerics;
using System.Runtime.Intrinsics;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.Remote.Screen;

/// <summary>Turns the pixels of one tile into its data: one colour when that is all there is, else every pixel.</summary>
public static class TileEncoder
{
    /// <summary>Room that <see cref="Encode"/> needs: every pixel of a full tile, and what the last vector writes beyond it.</summary>
    public const int RoomBytes = (TileGrid.Side * TileGrid.Side * 3) + 4;

    private const uint Colour = 0x00FF_FFFF;

    /// <summary>Encodes a tile.</summary>
    /// <param name="picture">The picture the tile lies in.</param>
    /// <param name="tile">At most 64 × 64 pixels.</param>
    /// <param name="data">At least <see cref="RoomBytes"/>; R G B in the order of the wire. The bytes behind the data are overwritten.</param>
    /// <param name="length">Bytes of data.</param>
    public static TileCode Encode(PictureView picture, Tile tile, Span<byte> data, out int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Length, RoomBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tile.Area, TileGrid.Side * TileGrid.Side, nameof(tile));
        if (IsOneColour(picture, tile))
        {
            picture.Bytes(tile.X, tile.Y, 1)[..3].CopyTo(data);
            data[..3].Reverse();
            length = 3;
            return TileCode.Fill;
        }

        length = 0;
        for (int y = tile.Y; y < tile.Y + tile.Height; y++)
        {
            ToRgb(picture.Bytes(tile.X, y, tile.Width), data[length..]);
            length += tile.Width * 3;
        }

        return TileCode.Pixels;
    }

    private static bool IsOneColour(PictureView picture, Tile tile)
    {
        uint first = picture.Pixels(tile.X, tile.Y, 1)[0] & Colour;
        var firsts = new Vector<uint>(first);
        var colour = new Vector<uint>(Colour);
        for (int y = tile.Y; y < tile.Y + tile.Height; y++)
        {
            ReadOnlySpan<uint> row = picture.Pixels(tile.X, y, tile.Width);
            int i = 0;
            for (; i <= row.Length - Vector<uint>.Count; i += Vector<uint>.Count)
                if ((new Vector<uint>(row[i..]) & colour) != firsts) return false;
            for (; i < row.Length; i++)
                if ((row[i] & Colour) != first) return false;
        }

        return true;
    }

    // Four pixels at a time: 16 bytes in, 12 out, and 4 more that the next ones overwrite.
    private static void ToRgb(ReadOnlySpan<byte> bgrx, Span<byte> rgb)
    {
        Vector128<byte> order = Vector128.Create((byte)2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 3, 7, 11, 15);
        int from = 0, to = 0;
        for (; from <= bgrx.Length - 16; from += 16, to += 12)
            Vector128.Shuffle(Vector128.Create(bgrx[from..]), order).CopyTo(rgb[to..]);
        for (; from < bgrx.Length; from += PictureView.PixelBytes, to += 3)
            (rgb[to], rgb[to + 1], rgb[to + 2]) = (bgrx[from + 2], bgrx[from + 1], bgrx[from]);
    }
}
