// 01 | frame u32 | flags u8 | width u16 | height u16 | unpacked u32 | packed u32 | piece (packed bytes) | blobs (rest)     agent → viewer
// piece: continues the raw deflate stream that began with the last whole picture; unpacks to a script (docs/wire-protocol.md, section 11)
// blobs: JPEG files, one behind the other
using System.Buffers;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>
/// A part of a frame: operations on the picture. A frame may come in several parts with the same number;
/// <see cref="FrameFlags.WholePicture"/> stands on the first part only, <see cref="FrameFlags.Last"/> on the last only.
/// </summary>
/// <param name="Frame">Number of the frame.</param>
/// <param name="Flags">First and last part.</param>
/// <param name="Width">Width of the whole picture in pixels, 1 to 16384.</param>
/// <param name="Height">Height of the whole picture in pixels, 1 to 16384; at most 64 Mpixel in all.</param>
/// <param name="Unpacked">Bytes of the script that the piece unpacks to; at most <see cref="WireLimits.ScriptBytes"/>.</param>
/// <param name="Piece">Piece of the deflate stream; empty exactly when the script is.</param>
/// <param name="Blobs">What the script's photos are made of.</param>
public sealed record FrameUpdate(
    uint Frame, FrameFlags Flags, ushort Width, ushort Height, int Unpacked, ReadOnlyMemory<byte> Piece, ReadOnlyMemory<byte> Blobs) : IWireMessage
{
    /// <summary>Bytes before the piece, type included.</summary>
    public const int HeaderBytes = 1 + 4 + 1 + 2 + 2 + 4 + 4;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.FrameUpdate);
        writer.U32(Frame);
        writer.U8((byte)Flags);
        writer.U16(Width);
        writer.U16(Height);
        writer.U32((uint)Unpacked);
        writer.U32((uint)Piece.Length);
        writer.Bytes(Piece.Span);
        writer.Bytes(Blobs.Span);
    }

    internal static FrameUpdate Read(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body.Span);
        uint frame = reader.U32();
        var flags = (FrameFlags)reader.Bits((byte)FrameFlags.All, "unknown flag");
        ushort width = reader.U16(), height = reader.U16();
        CheckPicture(width, height);
        uint unpacked = reader.U32(), packed = reader.U32();
        if (unpacked > WireLimits.ScriptBytes) throw new WireFormatException("script too long");
        if (packed > reader.Remaining) throw new WireFormatException("body too short");
        if (packed == 0 != (unpacked == 0)) throw new WireFormatException("script without a piece, or a piece without a script");
        int blobs = reader.Position + (int)packed;
        return new FrameUpdate(frame, flags, width, height, (int)unpacked, body[reader.Position..blobs], body[blobs..]);
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

    /// <summary>First part of a whole picture: the size may be new; everything starts from black, and all that both ends remember is forgotten.</summary>
    WholePicture = 1,

    /// <summary>Last part: present the frame now.</summary>
    Last = 2,

    /// <summary>Every flag there is.</summary>
    All = WholePicture | Last,
}
